namespace Engine.Tests.Operators;

/// <summary>Which operators share memory with their input and which copy, and what square brackets do to it.</summary>
public sealed class ViewTests
{
    private static readonly double[] Six = [0, 1, 2, 3, 4, 5];

    public static TheoryData<string, Func<Tensor, Tensor>> Views => new()
    {
        { "view", x => x.view(3, 2) },
        { "reshape", x => x.reshape(6) },
        { "flatten", x => x.flatten() },
        { "transpose", x => x.transpose(0, 1) },
        { "T", x => x.T },
        { "permute", x => x.permute(1, 0) },
        { "expand", x => x.expand(2, 2, 3) },
        { "unsqueeze", x => x.unsqueeze(0) },
        { "narrow", x => x.narrow(1, 0, 2) },
        { "split", x => x.split(1)[0] },
        { "chunk", x => x.chunk(2)[0] },
        { "unbind", x => x.unbind()[0] },
        { "diagonal", x => x.diagonal() },
        { "unfold", x => x.unfold(1, 2, 1) },
        { "[0]", x => x[0] },
        { "[0, 0]", x => x[0, 0] },
        { "[..1]", x => x[..1] },
        { "[.., None]", x => x[.., TensorIndex.None] },
        { "[...]", x => x[TensorIndex.Ellipsis] },
    };

    public static TheoryData<string, Func<Tensor, Tensor>> Copies => new()
    {
        { "clone", x => x.clone() },
        { "reshape of a transposed tensor", x => x.T.reshape(6) },
        { "repeat", x => x.repeat(1, 1) },
        { "flip", x => x.flip(1) },
        { "cat", x => torch.cat([x]) },
        { "tril", x => x.tril() },
        { "index_select", x => x.index_select(0, Index(0)) },
        { "[index tensor]", x => x[Index(0)] },
        { "[mask]", x => x[Mask(true, false)] },
        { "gather", x => x.gather(0, Index(0).view(1, 1)) },
    };

    [Theory]
    [MemberData(nameof(Views))]
    public void A_view_shares_memory(string name, Func<Tensor, Tensor> view)
    {
        using var scope = NewDisposeScope();
        var x = Matrix();
        var part = view(x);
        x[0, 0] = Number(9);
        Assert.True(part.flatten()[0].item<double>() == 9, $"{name} does not see what is written into its base");
    }

    [Theory]
    [MemberData(nameof(Copies))]
    public void A_copy_does_not_share_memory(string name, Func<Tensor, Tensor> copy)
    {
        using var scope = NewDisposeScope();
        var x = Matrix();
        var other = copy(x);
        var before = other.contiguous().data<double>().ToArray();
        x.index_put_(9, TensorIndex.Ellipsis);
        Assert.True(before.AsSpan().SequenceEqual(other.contiguous().data<double>().ToArray()), $"{name} shares memory");
    }

    [Fact]
    public void Writing_through_a_view_changes_the_base()
    {
        using var scope = NewDisposeScope();
        var x = Matrix();
        x[.., 1][0] = Number(7);
        Assert.Equal([0, 7, 2, 3, 4, 5], Values(x));
    }

    [Fact]
    public void A_view_outlives_its_base()
    {
        using var scope = NewDisposeScope();
        var x = Matrix();
        var row = x[1];
        x.Dispose();
        Assert.Equal([3, 4, 5], Values(row));
    }

    [Fact]
    public void Single_elements_are_read_and_written_by_position()
    {
        using var scope = NewDisposeScope();
        var x = Matrix();
        Assert.Equal(5, x[1, 2].item<double>());
        Assert.Equal(5, x[-1, -1].item<double>());
        Assert.Equal([3, 4, 5], Values(x[1]));
        x[1, 2] = Number(50);
        x[0] = Number(-1);
        Assert.Equal([-1, -1, -1, 3, 4, 50], Values(x));
    }

    [Fact]
    public void Assigning_by_a_mask_changes_the_chosen_rows_only()
    {
        using var scope = NewDisposeScope();
        var x = Matrix();
        x[Mask(false, true)] = Number(0);
        Assert.Equal([0, 1, 2, 0, 0, 0], Values(x));
    }

    [Fact]
    public void In_place_operators_return_the_tensor_itself()
    {
        using var scope = NewDisposeScope();
        var x = Matrix();
        Assert.Same(x, x.unsqueeze_(0));
        Assert.Same(x, x.squeeze_());
        Assert.Same(x, x.transpose_(0, 1));
        Assert.Same(x, x.tril_());
        Assert.Same(x, x.index_put_(1, 0));
        Assert.Equal([3, 2], x.shape);
    }

    [Fact]
    public void Ranges_from_the_end_mean_what_they_mean_elsewhere_in_CSharp()
    {
        using var scope = NewDisposeScope();
        var x = arange(5, dtype: ScalarType.Float64);
        var array = new double[] { 0, 1, 2, 3, 4 };
        Assert.Equal(array[1..^1], Values(x[1..^1]));
        Assert.Equal(array[^2..], Values(x[^2..]));
        Assert.Equal(array[..^4], Values(x[..^4]));
        Assert.Equal(array[^1], x[^1].item<double>());
    }

    [Fact]
    public void A_gradient_flows_into_what_was_assigned_and_not_into_what_was_overwritten()
    {
        using var scope = NewDisposeScope();
        var before = Matrix();
        before.requires_grad = true;
        var value = tensor([10.0, 20, 30], [3], requires_grad: true);
        var x = before.clone();
        x[1] = value;
        (x * x).sum().backward();
        Assert.Equal([0, 2, 4, 0, 0, 0], Values(before.grad!));
        Assert.Equal([20, 40, 60], Values(value.grad!));
    }

    [Fact]
    public void Shapes_broadcast_from_the_right()
    {
        Assert.Equal([4, 2, 3], torch.broadcast_shapes([2, 1], [4, 1, 3]).Shape);
        Assert.Equal([0, 3], torch.broadcast_shapes([0, 3], [1, 1], []).Shape);
        Assert.Empty(torch.broadcast_shapes().Shape);
    }

    private static Tensor Matrix() => tensor(Six, [2, 3]);

    private static Tensor Number(double value) => tensor([value], []);

    private static Tensor Index(params double[] values) => tensor(values, [values.Length], dtype: ScalarType.Int64);

    private static Tensor Mask(params bool[] values) => tensor([.. values.Select(v => v ? 1.0 : 0)], [values.Length], dtype: ScalarType.Bool);

    private static double[] Values(Tensor tensor) => tensor.contiguous().data<double>().ToArray();
}
