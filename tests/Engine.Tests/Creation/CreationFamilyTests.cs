using Engine.Tests.Operators;

namespace Engine.Tests.Creation;

/// <summary>Creation, conversion and copying against Python's torch.</summary>
[Collection(Alone.Name)]
public sealed class CreationFamilyTests : OperatorFamily
{
    private static readonly ScalarType[] s_kinds =
    [
        uint8, int8, int16, int32, int64, float16, float32, float64, ScalarType.Bool, bfloat16,
    ];

    protected override string Family => "creation";

    protected override IReadOnlyList<OperatorCase> Cases { get; } =
    [
        Made("empty filled", d => empty(2, 3, dtype: d).fill_(3)),
        Made("empty zeroed", d => empty(4, dtype: d).zero_()),
        Made("empty strided", d => empty_strided([2, 3], [1, 2], dtype: d).fill_(1)),
        Made("zeros", d => zeros(2, 3, dtype: d)),
        Made("zeros without dimensions", d => zeros([], dtype: d)),
        Made("zeros without elements", d => zeros([2, 0, 3], dtype: d)),
        Made("ones", d => ones(2, 1, 2, dtype: d)),
        Made("full", d => full(3, 2, 1.75, dtype: d)),
        Made("full with an integer", d => full(3, 5, dtype: d)),
        Made("eye", d => eye(3, dtype: d)),
        Made("eye wide", d => eye(2, 4, dtype: d)),
        Made("arange", d => arange(5, dtype: d)),
        Made("arange from", d => arange(2, 7, dtype: d)),
        Made("arange step", d => arange(10, 1, -3, dtype: d)),
        Made("arange fraction", d => arange(0.5, 2, 0.25, dtype: d)),
        Made("linspace", d => linspace(-1, 2, 7, dtype: d)),
        Made("linspace of one", d => linspace(3, 8, 1, dtype: d)),
        Made("linspace of integers", d => linspace(0, 10, 5, dtype: d)),
        Made("logspace", d => logspace(-1, 1, 5, dtype: d)),
        Made("logspace base 2", d => logspace(0, 3, 4, @base: 2, dtype: d)),
        new("defaults", _ =>
        [
            zeros(1), ones(1), eye(1), full(1, 2.0), full(1, 2), arange(2), arange(2.0), arange(0, 2), arange(0, 1, 0.5),
            linspace(0, 1, 2), logspace(0, 1, 2),
        ]),
        new("empty_like", t => empty_like(t[0]).fill_(2)),
        new("zeros_like", t => zeros_like(t[0])),
        new("ones_like", t => ones_like(t[0])),
        new("full_like", t => full_like(t[0], 3)),
        new("like, of another dtype", t => [t[0].zeros_like(int32), t[0].ones_like(ScalarType.Bool), t[0].full_like(0.1, float16)]),
        new("new", t => [t[0].new_empty(2).fill_(1), t[0].new_zeros(2, 3), t[0].new_ones(3), t[0].new_full(2, 2, 4)]),
        new("new, of another dtype", t => [t[0].new_zeros(2, int64), t[0].new_full(1, 1.5, float32)]),
        new("to float64", t => t[0].@double()),
        new("to float32", t => t[0].@float()),
        new("to bfloat16", t => t[0].bfloat16()),
        new("to float16", t => t[0].half()),
        new("to int64", t => t[0].@long()),
        new("to int32", t => t[0].@int()),
        new("to int16", t => t[0].@short()),
        new("to int8", t => t[0].@char()),
        new("to uint8", t => t[0].@byte()),
        new("to bool", t => t[0].@bool()),
        new("to the cpu", t => t[0].to(float32, CPU)),
        new("to the cpu as it is", t => t[0].to("cpu")),
        new("type_as", t => t[0].type_as(t[1])),
        new("clone", t => t[0].clone()),
        new("contiguous", t => t[0].t().contiguous()),
        new("alias", t => t[0].alias()),
        new("detach", t => t[0].detach()),
        new("copy_", t => t[0].clone().copy_(t[1])),
        new("copy_ broadcast", t => t[0].clone().copy_(t[1])),
        new("copy_ converts", t => t[0].clone().copy_(t[1])),
        new("set_", t => t[0].detach().set_(t[1])),
        new("fill_", t => t[0].clone().fill_(1.5)),
        new("item", t => tensor(t[0].ToScalar().ToDouble())),
        new("scalar to tensor", _ => [(Scalar)2, (Scalar)2.5, (Scalar)true]),
        new("promote_types", _ => Table((a, b) => (long)promote_types(a, b))),
        new("can_cast", _ => Table((a, b) => can_cast(a, b) ? 1 : 0).@bool()),
        new("result_type 0 0", _ => Table((a, b) => (long)result_type(ones([], dtype: a), ones([], dtype: b)))),
        new("result_type 0 1", _ => Table((a, b) => (long)result_type(ones([], dtype: a), ones(1, dtype: b)))),
        new("result_type 1 0", _ => Table((a, b) => (long)result_type(ones(1, dtype: a), ones([], dtype: b)))),
        new("result_type 1 1", _ => Table((a, b) => (long)result_type(ones(1, dtype: a), ones(1, dtype: b)))),
    ];

    private static OperatorCase Made(string name, Func<ScalarType, Tensor> make) => new(name, t => make(t[0].dtype));

    private static Tensor Table(Func<ScalarType, ScalarType, long> value) =>
        tensor([.. from a in s_kinds from b in s_kinds select value(a, b)], dtype: int64);
}
