namespace Engine.Tests.Operators;

/// <summary>How one case of a generator in tests/reference/engine is called from C#.</summary>
/// <param name="Name">The case's name there.</param>
/// <param name="Run">From the inputs to the outputs, in the order in which the generator lists them.</param>
public sealed record OperatorCase(string Name, Func<Tensor[], Tensor[]> Run)
{
    /// <summary>A case with one output.</summary>
    public OperatorCase(string name, Func<Tensor[], Tensor> run)
        : this(name, inputs => [run(inputs)])
    {
    }

    public override string ToString() => Name;
}
