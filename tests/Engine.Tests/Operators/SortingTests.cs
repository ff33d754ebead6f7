namespace Engine.Tests.Operators;

/// <summary>Sorting and choosing the largest: values and indices.</summary>
public sealed class SortingTests : OperatorFamily
{
    protected override string Family => "sorting";

    protected override IReadOnlyList<OperatorCase> Cases { get; } =
    [
        new("sort", t => Both(t[0].sort(stable: true))),
        new("sort descending", t => Both(t[0].sort(0, true))),
        new("sort values", t => torch.sort(t[0], 1).values),
        new("sort stable", t => Both(torch.sort(t[0], 0, true, true))),
        new("argsort", t => t[0].argsort()),
        new("argsort descending", t => torch.argsort(t[0], 0, true)),
        new("topk", t => Both(t[0].topk(2))),
        new("topk smallest", t => Both(torch.topk(t[0], 3, 0, false))),
        new("topk values", t => t[0].topk(2, 0).values),
        new("topk unsorted", t => t[0].topk(4, sorted: false).values.sort().Values),
        new("msort", t => torch.msort(t[0])),
        new("kthvalue", t => Both(t[0].kthvalue(2, null))),
        new("kthvalue keepdim", t => Both(torch.kthvalue(t[0], 3, 0, true))),
    ];

    private static Tensor[] Both((Tensor Values, Tensor Indices) result) => [result.Values, result.Indices];
}
