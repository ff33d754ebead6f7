namespace Engine.Tests.Operators;

/// <summary>Operators that join tensors.</summary>
public sealed class JoiningTests : OperatorFamily
{
    protected override string Family => "joining";

    protected override IReadOnlyList<OperatorCase> Cases { get; } =
    [
        new("cat", t => torch.cat([t[0], t[1]])),
        new("cat dim", t => torch.cat(new List<Tensor> { t[0], t[1], t[0] }, 1)),
        new("cat array", t => torch.cat(new[] { t[0], t[1] }, -1)),
        new("cat of two types", t => torch.cat(new[] { t[0], t[1] })),
        new("concat", t => torch.concat(new[] { t[0], t[1] }, 1)),
        new("concatenate", t => torch.concatenate(new[] { t[0], t[1] }, 1)),
        new("stack", t => torch.stack([t[0], t[1]])),
        new("stack dim", t => torch.stack([t[0], t[1]], -1)),
        new("hstack", t => torch.hstack(t[0], t[1])),
        new("hstack vectors", t => torch.hstack(new List<Tensor> { t[0], t[1] })),
        new("vstack", t => torch.vstack(new[] { t[0], t[1] })),
        new("dstack", t => torch.dstack(t[0], t[1])),
        new("column_stack", t => torch.column_stack(t[0], t[1])),
        new("row_stack", t => torch.row_stack(t[0], t[1])),
    ];
}
