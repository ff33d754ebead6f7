namespace Engine.Tests.Operators;

/// <summary>
/// The claims every family of operators makes: the table here and the generator's file list the same cases, every dtype gives what
/// Python's torch gives (or raises where that raises), and gradients agree with central differences in float64.
/// </summary>
public abstract class OperatorFamily
{
    /// <summary>The generator's name in tests/reference/engine, without ending.</summary>
    protected abstract string Family { get; }

    protected abstract IReadOnlyList<OperatorCase> Cases { get; }

    [Fact]
    public void Every_reference_case_is_called_from_here_and_the_other_way_round() =>
        Assert.Equal(ReferenceCase.Read(Family).Keys.Order(), Cases.Select(c => c.Name).Order());

    [Fact]
    public void Values_equal_those_of_pythons_torch_for_every_dtype()
    {
        var reference = ReferenceCase.Read(Family);
        var failures = new List<string>();
        foreach (var one in Cases)
            foreach (var run in reference[one.Name].Runs)
                if (Compare(one, run) is { } failure)
                    failures.Add($"{one.Name}, {run.Dtype}: {failure}");
        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    [Fact]
    public void Gradients_agree_with_central_differences()
    {
        var failures = new List<string>();
        var reference = ReferenceCase.Read(Family);
        foreach (var one in Cases.Where(c => reference[c.Name].Grad))
            if (CheckGradients(one, reference[one.Name].Runs.Single(r => r.Dtype == "float64")) is { } failure)
                failures.Add($"{one.Name}: {failure}");
        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    /// <summary>Runs every case once for every dtype, whatever comes out.</summary>
    internal void RunAll()
    {
        var reference = ReferenceCase.Read(Family);
        foreach (var one in Cases)
            foreach (var run in reference[one.Name].Runs)
                _ = Compare(one, run);
    }

    private static string? CheckGradients(OperatorCase one, ReferenceRun run)
    {
        try
        {
            return Gradients.Check(one.Run, run.Inputs);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return $"{e.GetType().Name}: {e.Message}";
        }
    }

    private static string? Compare(OperatorCase one, ReferenceRun run)
    {
        using var scope = NewDisposeScope();
        Tensor[] outputs;
        try
        {
            outputs = one.Run([.. run.Inputs.Select(i => i.ToTensor())]);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return run.Outputs is null ? null : $"{e.GetType().Name}: {e.Message}";
        }

        if (run.Outputs is null)
            return run.IsOfThisVersion ? "this must raise, as it does in Python" : null; // newer libtorchs have gained types
        if (outputs.Length != run.Outputs.Count)
            return $"{outputs.Length} outputs, expected {run.Outputs.Count}";
        return outputs.Zip(run.Outputs).Select((pair, i) => Difference(pair.First, pair.Second) is { } difference ? $"output {i}: {difference}" : null)
            .FirstOrDefault(d => d is not null);
    }

    private static string? Difference(Tensor actual, ReferenceTensor expected)
    {
        if (actual.dtype != expected.Dtype)
            return $"dtype {actual.dtype}, expected {expected.Dtype}";
        if (!actual.shape.SequenceEqual(expected.Shape))
            return $"shape [{string.Join(", ", actual.shape)}], expected [{string.Join(", ", expected.Shape)}]";
        var values = actual.to_type(ScalarType.Float64).contiguous().data<double>().ToArray();
        var (relative, absolute) = Tolerance(expected.Dtype);
        for (var i = 0; i < values.Length; i++)
            if (!Agree(values[i], expected.Values[i], relative, absolute))
                return $"element {i} is {values[i]:R}, expected {expected.Values[i]:R}";
        return null;
    }

    private static bool Agree(double a, double b, double relative, double absolute) =>
        a.Equals(b) || a == b || Math.Abs(a - b) <= absolute + relative * Math.Abs(b);

    /// <summary>A few units in the last place: sums may be taken in another order on another machine.</summary>
    private static (double Relative, double Absolute) Tolerance(ScalarType dtype) => dtype switch
    {
        ScalarType.Float64 => (1e-11, 1e-12),
        ScalarType.Float32 => (2e-5, 1e-6),
        ScalarType.Float16 => (2e-3, 1e-3),
        ScalarType.BFloat16 => (1.6e-2, 8e-3),
        _ => (0, 0),
    };
}
