using System.Runtime.InteropServices;

namespace Engine.Tests.Internals;

/// <summary>Wrong shapes, dimensions, indices and types: an exception that names the operator, where TorchSharp partly ends the process.</summary>
public sealed class ShapeErrorTests
{
    public static TheoryData<string, Action<Tensor>> Wrong => new()
    {
        { "aten::view", x => x.view(4) },
        { "aten::view", x => x.view(-1, -1) },
        { "aten::view", x => x.T.view(6) },
        { "aten::reshape", x => x.reshape(5) },
        { "aten::reshape", x => x.reshape(-2, 3) },
        { "aten::unflatten", x => x.unflatten(1, 2, 2) },
        { "aten::flatten", x => x.flatten(1, 0) },
        { "aten::squeeze", x => x.squeeze(2) },
        { "aten::unsqueeze", x => x.unsqueeze(4) },
        { "aten::transpose", x => x.transpose(0, 2) },
        { "aten::t", x => x.unsqueeze(0).t() },
        { "aten::permute", x => x.permute(0) },
        { "aten::permute", x => x.permute(0, 0) },
        { "aten::movedim", x => x.movedim([0], [5]) },
        { "aten::expand", x => x.expand(4, 3) },
        { "aten::expand", x => x.expand(3) },
        { "aten::broadcast_to", x => broadcast_to(x, 2, 4) },
        { "aten::broadcast_tensors", x => broadcast_tensors(x, x.T) },
        { "aten::repeat", x => x.repeat(2) },
        { "aten::repeat", x => x.repeat(-1, 1) },
        { "aten::repeat_interleave", x => x.repeat_interleave(-1) },
        { "aten::narrow", x => x.narrow(1, 2, 2) },
        { "aten::narrow", x => x.narrow(1, 0, -1) },
        { "aten::slice", x => x.slice(0, 0, 2, 0) },
        { "aten::slice", x => _ = x[TensorIndex.Slice(step: -1)] },
        { "aten::split", x => x.split(-1) },
        { "aten::split_with_sizes", x => x.split([1, 2]) },
        { "aten::chunk", x => x.chunk(0) },
        { "aten::tensor_split", x => x.tensor_split(0) },
        { "aten::hsplit", x => x.hsplit(2) },
        { "aten::unbind", x => x.unbind(2) },
        { "aten::flip", x => x.flip(0, 0) },
        { "aten::roll", x => x.roll([1, 2], [0]) },
        { "aten::rot90", x => x.rot90(1, (0, 0)) },
        { "aten::diag", x => x.unsqueeze(0).diag() },
        { "aten::diagonal", x => x.diagonal(0, 1, 1) },
        { "aten::tril", x => x[0].tril() },
        { "aten::tril_indices", _ => tril_indices(-1, 2) },
        { "aten::unfold", x => x.unfold(1, 4, 1) },
        { "aten::as_strided", x => x.as_strided([9, 9], [9, 1]) },
        { "aten::as_strided", x => x.as_strided([2], [-1]) },
        { "aten::meshgrid", x => meshgrid([x]) },
        { "aten::meshgrid", x => meshgrid([x[0]], "yx") },
        { "aten::cat", x => cat([x, x.T]) },
        { "aten::cat", _ => cat(Array.Empty<Tensor>()) },
        { "aten::stack", x => stack([x, x.T]) },
        { "aten::hstack", x => hstack(x, x.T) },
        { "aten::select", x => _ = x[2] },
        { "aten::select", x => _ = x[0, -4] },
        { "aten::select", x => _ = x[0, 0, 0] },
        { "aten::select", x => x.select(2, 0) },
        { "aten::select", x => x[5] = x },
        { "aten::index", x => _ = x[0, 0, ..] },
        { "aten::index", x => _ = x[Index(2)] },
        { "aten::index", x => _ = x[Index(-3)] },
        { "aten::index", x => _ = x[x] },
        { "aten::index", x => _ = x[Index(0, 1), Index(0, 1, 2)] },
        { "aten::index", x => _ = x[Mask(true, false, true)] },
        { "aten::copy_", x => x[..] = x.T },
        { "aten::copy_", x => x[0] = x },
        { "aten::index_put_", x => x[Index(7)] = x[0] },
        { "aten::index_put_", x => x[Index(0, 1)] = x.T },
        { "aten::index_put_", x => x[Index(0)] = x[0].to_type(ScalarType.Float32) },
        { "aten::index_select", x => x.index_select(0, Index(3)) },
        { "aten::index_select", x => x.index_select(0, x[0]) },
        { "aten::index_add_", x => x.index_add_(0, Index(3), x[..1], 1) },
        { "aten::index_copy_", x => x.index_copy_(0, Index(0), x) },
        { "aten::index_fill_", x => x.index_fill_(0, Index(2), 1) },
        { "aten::gather", x => x.gather(1, Index(3).view(1, 1)) },
        { "aten::gather", x => x.gather(1, Index(0)) },
        { "aten::scatter_", x => x.scatter_(0, Index(2).view(1, 1), x) },
        { "aten::scatter_add_", x => x.scatter_add_(2, Index(0).view(1, 1), x) },
        { "aten::take", x => x.take(Index(6)) },
        { "aten::take_along_dim", x => x.take_along_dim(x, 0) },
        { "aten::masked_select", x => x.masked_select(x) },
        { "aten::masked_scatter_", x => x.masked_scatter_(Mask(true, true, true), x[0, ..1]) },
        { "aten::searchsorted", x => searchsorted(x, x[0]) },
        { "aten::sort", x => x.sort(2) },
        { "aten::topk", x => x.topk(4) },
        { "aten::topk", x => x.topk(-1) },
        { "aten::kthvalue", x => x.kthvalue(4, 1) },
        { "aten::kthvalue", x => x.kthvalue(0, 1) },
        { "aten::matmul", x => x.matmul(x) },
        { "aten::mm", x => x.mm(x) },
        { "aten::mm", x => x.mm(x.T.to_type(ScalarType.Float32)) },
        { "aten::bmm", x => x.bmm(x) },
        { "aten::mv", x => x.mv(x) },
        { "aten::dot", x => x[0].dot(x[0, ..2]) },
        { "aten::addmm", x => x.addmm(x, x) },
        { "aten::baddbmm", x => x.baddbmm(x, x) },
        { "aten::outer", x => x.outer(x) },
        { "aten::einsum", x => einsum("ij,jk->ik", x, x) },
        { "aten::einsum", x => einsum("nonsense", x) },
        { "aten::tensordot", x => tensordot(x, x, [0], [1]) },
        { "aten::linalg_cross", x => linalg.cross(x, x, 0) },
        { "aten::cdist", x => cdist(x, x.T) },
        { "aten::linalg_det", x => linalg.det(x) },
        { "aten::inverse", x => inverse(x) },
        { "aten::linalg_inv", _ => linalg.inv(Square(1, 2, 2, 4)) },
        { "aten::linalg_solve", _ => linalg.solve(Square(0, 0, 0, 0), Square(1, 0, 0, 1)) },
        { "aten::linalg_cholesky", _ => linalg.cholesky(Square(-1, 0, 0, 1)) },
        { "aten::linalg_eigh", _ => linalg.eigh(Square(1, 0, 0, 1), 'X') },
        { "aten::linalg_svd", _ => linalg.svd(Square(1, 0, 0, 1)[0]) },
        { "aten::linalg_norm", x => linalg.norm(x, "no such norm") },
        { "aten::linalg_multi_dot", x => linalg.multi_dot([x, x]) },
        { "aten::trace", x => x[0].trace() },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_argument_is_an_exception_that_names_the_operator(string name, Action<Tensor> call)
    {
        using var scope = NewDisposeScope();
        var error = Assert.Throws<ExternalException>(() => call(Square(0, 1, 2, 3, 4, 5).view(2, 3)));
        Assert.StartsWith(name, error.Message, StringComparison.Ordinal);
        Assert.True(error.Message.Length > name.Length + 10, error.Message);
    }

    [Fact]
    public void Tensordot_over_more_dimensions_than_there_are_is_refused()
    {
        using var scope = NewDisposeScope();
        var x = Square(1, 2, 3, 4);
        Assert.Throws<ArgumentException>(() => x.tensordot(x, 3));
        Assert.Throws<ArgumentException>(() => x.tensordot(x, -1));
    }

    [Fact]
    public void Shapes_that_do_not_fit_do_not_broadcast() => Assert.Throws<ArgumentException>(() => broadcast_shapes([2, 3], [4, 3]));

    [Fact]
    public void A_failed_assignment_leaves_the_tensor_as_it_was()
    {
        using var scope = NewDisposeScope();
        var x = Square(1, 2, 3, 4);
        Assert.Throws<ExternalException>(() => x[Index(0, 5)] = x);
        Assert.Equal([1, 2, 3, 4], x.data<double>().ToArray());
    }

    [Fact]
    public void An_index_behind_the_last_element_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => (TensorIndex)(^0));

    [Fact]
    public void Index_tensors_of_32_bits_choose_as_those_of_64_do()
    {
        using var scope = NewDisposeScope();
        var x = Square(1, 2, 3, 4);
        var index = Index(1, 0).to_type(ScalarType.Int32);
        Assert.Equal([3, 4, 1, 2], x[index].data<double>().ToArray());
        x[index] = Square(5, 6, 7, 8);
        Assert.Equal([7, 8, 5, 6], x.data<double>().ToArray());
    }

    [Fact]
    public void Indexing_leaves_no_tensor_behind_in_the_scope_but_its_result()
    {
        using var outer = NewDisposeScope();
        var x = Square(1, 2, 3, 4);
        var mask = Mask(true, false);
        using var scope = NewDisposeScope();
        _ = x[1.., TensorIndex.None, TensorIndex.Tensor(mask)];
        x[0, TensorIndex.Tensor(mask)] = mask.to_type(ScalarType.Float64)[..1];
        Assert.Equal(3, scope.DisposablesCount);
    }

    private static Tensor Square(params double[] values) =>
        values.Length == 4 ? tensor(values, [2, 2]) : tensor(values, [values.Length]);

    private static Tensor Index(params double[] values) => tensor(values, [values.Length], dtype: ScalarType.Int64);

    private static Tensor Mask(params bool[] values) => tensor([.. values.Select(v => v ? 1.0 : 0)], [values.Length], dtype: ScalarType.Bool);
}
