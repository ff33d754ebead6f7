using System.Runtime.InteropServices;

namespace Engine.Tests.Safety;

/// <summary>What does not fit is an exception that names the operator; nothing ends the process, and the engine goes on afterwards.</summary>
public sealed class BadInputTests
{
    /// <summary>The operator that the message names, what is wrong, and the call; f are floats [2, 3], i integers [2, 3], b Booleans [2, 3].</summary>
    private static readonly (string Operator, string What, Action<Tensor, Tensor, Tensor> Call)[] s_cases =
    [
        ("add", "shapes", (f, i, b) => f.add(zeros(4))),
        ("sub", "shapes", (f, i, b) => f.sub(zeros(4))),
        ("sub", "Booleans", (f, i, b) => b.sub(b)),
        ("mul", "shapes", (f, i, b) => f.mul(zeros(3, 2))),
        ("div", "shapes", (f, i, b) => f.div(zeros(5))),
        ("pow", "shapes", (f, i, b) => f.pow(zeros(5))),
        ("eq", "shapes", (f, i, b) => f.eq(zeros(5))),
        ("lt", "shapes", (f, i, b) => f.lt(zeros(5))),
        ("where", "shapes", (f, i, b) => where(b, f, zeros(5))),
        ("lerp", "shapes", (f, i, b) => f.lerp(zeros(5), f)),
        ("lerp", "dtypes", (f, i, b) => f.lerp(i, f)),
        ("maximum", "shapes", (f, i, b) => f.maximum(zeros(5))),
        ("atan2", "shapes", (f, i, b) => f.atan2(zeros(5))),
        ("bitwise_and", "floats", (f, i, b) => f.bitwise_and(f)),
        ("bitwise_not", "floats", (f, i, b) => f.bitwise_not()),
        ("add_", "shape grows in place", (f, i, b) => f.add_(zeros(4, 2, 3))),
        ("add_", "dtype in place", (f, i, b) => i.add_(f)),
        ("mul_", "dtype in place", (f, i, b) => i.mul_(f)),
        ("exp_", "integers in place", (f, i, b) => i.exp_()),
        ("matmul", "shapes", (f, i, b) => f.matmul(f)),
        ("matmul", "dtypes", (f, i, b) => f.matmul(i.t())),
        ("mm", "shapes", (f, i, b) => f.mm(f)),
        ("mm", "dimensions", (f, i, b) => f.mm(zeros(3))),
        ("mv", "shapes", (f, i, b) => f.mv(zeros(4))),
        ("bmm", "dimensions", (f, i, b) => f.bmm(f)),
        ("dot", "lengths", (f, i, b) => zeros(3).dot(zeros(4))),
        ("addmm", "shapes", (f, i, b) => f.addmm(f, f)),
        ("addmv", "shapes", (f, i, b) => zeros(5).addmv(f, zeros(3))),
        ("addr", "dimensions", (f, i, b) => f.addr(f, f)),
        ("baddbmm", "dimensions", (f, i, b) => f.baddbmm(f, f)),
        ("outer", "dimensions", (f, i, b) => f.outer(zeros(3))),
        ("trace", "dimensions", (f, i, b) => zeros(2, 2, 2).trace()),
        ("cholesky", "not positive definite", (f, i, b) => linalg.cholesky(eye(2).neg())),
        ("linalg", "singular", (f, i, b) => linalg.inv(zeros(2, 2))),
        ("linalg", "shapes", (f, i, b) => linalg.solve(eye(2), zeros(3, 1))),
        ("linalg_eigh", "not square", (f, i, b) => linalg.eigh(f)),
        ("linalg_eigh", "integers", (f, i, b) => linalg.eigh(ones(2, 2, dtype: ScalarType.Int64))),
        ("linalg_svd", "dimensions", (f, i, b) => linalg.svd(zeros(3))),
        ("sum", "dimension out of range", (f, i, b) => f.sum(5)),
        ("mean", "integers", (f, i, b) => i.mean()),
        ("prod", "dimension out of range", (f, i, b) => f.prod(-3)),
        ("std", "dimension out of range", (f, i, b) => f.std(2)),
        ("var", "dimension out of range", (f, i, b) => f.var(7)),
        ("max", "nothing to reduce", (f, i, b) => zeros(0).max()),
        ("argmax", "nothing to reduce", (f, i, b) => zeros(0).argmax()),
        ("mode", "dimension out of range", (f, i, b) => f.mode(4)),
        ("logsumexp", "dimension out of range", (f, i, b) => f.logsumexp(2)),
        ("cumsum", "dimension out of range", (f, i, b) => f.cumsum(2)),
        ("cumprod", "dimension out of range", (f, i, b) => f.cumprod(-3)),
        ("quantile", "dtype", (f, i, b) => i.quantile(zeros(1))),
        ("bincount", "negative", (f, i, b) => arange(-3, 0, dtype: ScalarType.Int64).bincount(null)),
        ("histc", "integers", (f, i, b) => i.histc()),
        ("kthvalue", "k out of range", (f, i, b) => f.kthvalue(9, 0)),
        ("topk", "k out of range", (f, i, b) => f.topk(4)),
        ("topk", "k negative", (f, i, b) => f.topk(-1)),
        ("sort", "dimension out of range", (f, i, b) => f.sort(3)),
        ("view", "size", (f, i, b) => f.view(4)),
        ("view", "strides", (f, i, b) => f.t().view(6)),
        ("view", "negative size", (f, i, b) => f.view(-2, 3)),
        ("reshape", "size", (f, i, b) => f.reshape(4, 2)),
        ("reshape", "two unknown sizes", (f, i, b) => f.reshape(-1, -1)),
        ("permute", "dimensions", (f, i, b) => f.permute(0, 0)),
        ("transpose", "dimension out of range", (f, i, b) => f.transpose(0, 2)),
        ("t", "dimensions", (f, i, b) => zeros(2, 2, 2).t()),
        ("expand", "size", (f, i, b) => f.expand(2, 4)),
        ("repeat", "dimensions", (f, i, b) => f.repeat(2)),
        ("flip", "dimension twice", (f, i, b) => f.flip(0, 0)),
        ("unsqueeze", "dimension out of range", (f, i, b) => f.unsqueeze(5)),
        ("squeeze", "dimension out of range", (f, i, b) => f.squeeze(5)),
        ("narrow", "range", (f, i, b) => f.narrow(1, 2, 2)),
        ("select", "index out of range", (f, i, b) => f.select(0, 2)),
        ("slice", "step", (f, i, b) => f.slice(0, 0, 1, 0)),
        ("as_strided", "beyond the storage", (f, i, b) => f.as_strided([100, 100], [100, 1])),
        ("unfold", "size", (f, i, b) => f.unfold(1, 9, 1)),
        ("diagonal", "same dimension", (f, i, b) => f.diagonal(0, 1, 1)),
        ("cat", "shapes", (f, i, b) => cat([f, zeros(2, 3, 1)])),
        ("cat", "nothing", (f, i, b) => cat([])),
        ("stack", "shapes", (f, i, b) => stack([f, zeros(2)])),
        ("chunk", "zero pieces", (f, i, b) => f.chunk(0)),
        ("split", "sizes", (f, i, b) => f.split([5L, 5L])),
        ("gather", "index out of range", (f, i, b) => f.gather(0, full(2, 3, 7, dtype: ScalarType.Int64))),
        ("gather", "index dtype", (f, i, b) => f.gather(0, f)),
        ("scatter", "index out of range", (f, i, b) => f.scatter(1, full(2, 3, -1, dtype: ScalarType.Int64), f)),
        ("scatter_add", "dtypes", (f, i, b) => f.scatter_add(1, zeros_like(i), i)),
        ("index_select", "index out of range", (f, i, b) => f.index_select(0, tensor(new long[] { 5 }))),
        ("index_select", "index dtype", (f, i, b) => f.index_select(0, tensor(new[] { 0.5 }))),
        ("index_add", "shapes", (f, i, b) => f.index_add(0, tensor(new long[] { 0 }), zeros(2, 3), 1)),
        ("take", "index out of range", (f, i, b) => f.take(tensor(new long[] { 6 }))),
        ("masked_select", "mask dtype", (f, i, b) => f.masked_select(i)),
        ("masked_fill", "mask dtype", (f, i, b) => f.masked_fill(i, 0)),
        ("index", "index out of range", (f, i, b) => _ = f[tensor(new long[] { 9 })]),
        ("index", "mask shape", (f, i, b) => _ = f[zeros(5, dtype: ScalarType.Bool)]),
        ("select", "indexer out of range", (f, i, b) => _ = f[4]),
        ("multinomial", "not finite", (f, i, b) => tensor(new[] { 0.5, double.NaN }).multinomial(1)),
        ("multinomial", "infinite", (f, i, b) => tensor(new[] { 0.5, double.PositiveInfinity }).multinomial(1)),
        ("multinomial", "negative", (f, i, b) => tensor(new[] { 0.5, -0.5, 1 }).multinomial(1)),
        ("multinomial", "all zero", (f, i, b) => zeros(3).multinomial(1)),
        ("multinomial", "more than there are", (f, i, b) => ones(3).multinomial(4)),
        ("bernoulli", "no probability", (f, i, b) => full(3, 2.0).bernoulli()),
        ("normal_", "negative deviation", (f, i, b) => f.normal_(0, -1)),
        ("uniform_", "range", (f, i, b) => f.uniform_(2, 1)),
        ("random_", "range", (f, i, b) => f.random_(2, 1)),
        ("randint", "range", (f, i, b) => randint(3, 3, [2L])),
        ("randperm", "negative", (f, i, b) => randperm(-1)),
        ("zeros", "negative size", (f, i, b) => zeros(-1)),
        ("empty", "negative size", (f, i, b) => empty(2, -3)),
        ("full", "negative size", (f, i, b) => full(-2, 1.0)),
        ("rand", "negative size", (f, i, b) => rand(-1)),
        ("arange", "step", (f, i, b) => arange(0, 5, (Scalar)0)),
        ("arange", "direction", (f, i, b) => arange(0, 5, (Scalar)(-1))),
        ("linspace", "steps", (f, i, b) => linspace(0, 1, -1)),
        ("eye", "negative size", (f, i, b) => eye(-1)),
        ("einsum", "equation", (f, i, b) => einsum("ij,jk->ik", f, f)),
        ("einsum", "nonsense", (f, i, b) => einsum("i?j", f)),
        ("empty", "more than any memory", (f, i, b) => empty(1L << 60)),
        ("zeros", "more than any memory", (f, i, b) => zeros(1L << 40, 1L << 40)),
        ("backward", "no graph", (f, i, b) => f.sum().backward()),
        ("backward", "not a scalar", (f, i, b) => f.requires_grad_().mul(2).backward()),
        ("requires_grad", "integers", (f, i, b) => i.requires_grad = true),
        ("grad", "shape", (f, i, b) => f.grad = zeros(3)),
        ("grad", "dtype", (f, i, b) => f.grad = zeros(2, 3, dtype: ScalarType.Float64)),
        ("grad", "itself", (f, i, b) => f.grad = f),
    ];

    public static IEnumerable<object[]> Cases => s_cases.Select((c, i) => new object[] { i, c.Operator, c.What });

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_does_not_fit_is_an_exception_with_the_operators_name(int number, string name, string what)
    {
        using var scope = NewDisposeScope();
        var f = arange(6, dtype: ScalarType.Float32).view(2, 3).clone();
        var e = Record.Exception(() => s_cases[number].Call(f, arange(6).view(2, 3).clone(), ones(2, 3, dtype: ScalarType.Bool)));
        Assert.True(e is ExternalException or ArgumentException, $"{name}, {what}: {e}");
        Assert.Contains(name, e.Message + (e as ArgumentException)?.ParamName, StringComparison.Ordinal);
        Assert.Equal(15, arange(6).sum().item<long>());
    }

    [Fact]
    public void The_table_has_more_than_fifty_operators() => Assert.True(s_cases.Select(c => c.Operator).Distinct().Count() > 50);

    [Fact]
    public void A_disposed_tensor_is_refused_wherever_it_stands()
    {
        using var good = ones(2, 2);
        var dead = ones(2, 2);
        dead.Dispose();
        Action[] uses =
        [
            () => dead.add(good), () => good.add(dead), () => dead.add_(good), () => good.matmul(dead), () => cat([good, dead]),
            () => dead.sum(), () => dead.backward(), () => good.grad = dead, () => _ = dead.shape, () => _ = dead.dtype,
            () => dead.requires_grad = true, () => dead.data<float>().ToArray(), () => dead.item<float>(), () => _ = dead[0],
            () => _ = good[dead], () => good[0] = dead, () => dead.clone(), () => dead.to_type(ScalarType.Float64),
            () => autograd.grad([dead], [good]), () => autograd.grad([good], [dead]), () => dead.Save(new MemoryStream()),
            () => dead.detach_(), () => dead.retain_grad(), () => dead.numel(),
        ];
        for (var i = 0; i < uses.Length; i++)
            Assert.True(Record.Exception(uses[i]) is ObjectDisposedException, $"use {i}: {Record.Exception(uses[i])}");
        dead.Dispose();
        Assert.Equal(4, good.sum().item<float>());
    }

    [Fact]
    public void A_missing_tensor_is_refused()
    {
        using var good = ones(2, 2);
        Assert.ThrowsAny<Exception>(() => good.add((Tensor)null!));
        Assert.ThrowsAny<Exception>(() => cat([good, null!]));
        Assert.Equal(4, good.sum().item<float>());
    }

    /// <summary>f lies on the CPU, m on another device (the one that every libtorch has: meta, on which tensors have no values).</summary>
    public static TheoryData<string, Func<Tensor, Tensor, object>> Mixed => new()
    {
        { "add", (f, m) => f.add(m) },
        { "sub", (f, m) => m.sub(f) },
        { "mul", (f, m) => f.mul(m) },
        { "div", (f, m) => f.div(m) },
        { "pow", (f, m) => f.pow(m) },
        { "eq", (f, m) => f.eq(m) },
        { "lt", (f, m) => m.lt(f) },
        { "maximum", (f, m) => f.maximum(m) },
        { "atan2", (f, m) => f.atan2(m) },
        { "lerp", (f, m) => f.lerp(m, f) },
        { "addcmul", (f, m) => f.addcmul(m, f, 1) },
        { "addcdiv", (f, m) => f.addcdiv(f, m, 1) },
        { "add_", (f, m) => f.add_(m) },
        { "mul_", (f, m) => f.mul_(m) },
        { "addcdiv_", (f, m) => f.addcdiv_(f.clone(), m, 1) },
        { "copy_", (f, m) => f.copy_(m) },
        { "index", (f, m) => f[zeros_like(m, ScalarType.Int64)] },
        { "mse_loss", (f, m) => nn.functional.mse_loss(f, m) },
        { "binary_cross_entropy_with_logits", (f, m) => nn.functional.binary_cross_entropy_with_logits(f, m) },
        { "grad", (f, m) => f.grad = m },
        { "to", (f, m) => m.cpu() },
        { "lstm", (f, m) => nn.LSTM(3, 2).call(m.unsqueeze(1)) },
    };

    [Theory]
    [MemberData(nameof(Mixed))]
    public void Tensors_on_two_devices_are_an_exception_with_the_operators_name(string name, Func<Tensor, Tensor, object> call)
    {
        using var scope = NewDisposeScope();
        var f = arange(6, dtype: ScalarType.Float32).view(2, 3).clone();
        var e = Assert.Throws<ExternalException>(() => call(f, empty(2, 3, device: new Device("meta"))));
        Assert.Contains(name, e.Message, StringComparison.Ordinal);
        Assert.Equal(15, f.sum().item<float>());
    }

    [Fact]
    public void A_device_that_is_not_there_is_an_exception()
    {
        if (cuda.is_available())
            return;
        using var here = ones(2);
        using var layer = nn.Linear(2, 2);
        foreach (var use in (Action[])[() => here.to(DeviceType.CUDA), () => here.cuda(), () => zeros(2, device: new Device("cuda:0")),
            () => rand(2, device: CUDA), () => tensor(1f, device: CUDA), () => nn.Linear(2, 2, device: CUDA), () => layer.cuda(), () => layer.to("cuda")])
            Assert.Contains("has no device of type CUDA", Assert.Throws<InvalidOperationException>(use).Message, StringComparison.Ordinal);
        using var nowhere = empty(2, device: new Device("meta"));
        Assert.Throws<ExternalException>(() => here.add_(nowhere));
        Assert.ThrowsAny<Exception>(() => nowhere.data<float>().ToArray());
        Assert.ThrowsAny<Exception>(() => nowhere.item<float>());
    }
}
