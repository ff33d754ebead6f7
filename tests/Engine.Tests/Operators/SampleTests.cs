namespace Engine.Tests.Operators;

/// <summary>Two cases that show how a family is written.</summary>
public sealed class SampleTests : OperatorFamily
{
    protected override string Family => "sample";

    protected override IReadOnlyList<OperatorCase> Cases { get; } =
    [
        new("add", t => t[0] + t[1]),
        new("add alpha", t => t[0].add(t[1], 2)),
    ];
}
