namespace Engine.Tests.Operators;

/// <summary>Gradients by central differences: (f(x + h) - f(x - h)) / 2h for every element of every floating input.</summary>
internal static class Gradients
{
    private const double Step = 1e-5;
    private const double Tolerance = 2e-6;

    /// <summary>Compares autograd with central differences of a weighted sum of the floating outputs.</summary>
    /// <returns>What disagrees, or null.</returns>
    public static string? Check(Func<Tensor[], Tensor[]> function, IReadOnlyList<ReferenceTensor> inputs)
    {
        using var scope = NewDisposeScope();
        var leaves = inputs.Select(i => i.ToTensor()).ToArray();
        var wanted = Enumerable.Range(0, leaves.Length).Where(i => leaves[i].dtype == ScalarType.Float64).ToList();
        foreach (var i in wanted)
            leaves[i].requires_grad = true;
        var objective = Objective(function(leaves));
        if (objective is null || !objective.requires_grad)
            return "no output depends on the inputs: there is no gradient to check";
        objective.backward();
        var touched = false;
        foreach (var i in wanted)
        {
            var gradient = leaves[i].grad?.contiguous().data<double>().ToArray();
            touched |= gradient is not null;
            for (var j = 0; j < inputs[i].Values.Length; j++)
            {
                var expected = (Value(function, inputs, i, j, Step) - Value(function, inputs, i, j, -Step)) / (2 * Step);
                var actual = gradient?[j] ?? 0;
                if (!(Math.Abs(actual - expected) <= Tolerance * (1 + Math.Abs(expected))))
                    return $"input {i}, element {j}: autograd gives {actual:R}, central differences {expected:R}";
            }
        }

        return touched ? null : "autograd gave no gradient at all";
    }

    private static double Value(Func<Tensor[], Tensor[]> function, IReadOnlyList<ReferenceTensor> inputs, int input, int element, double step)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var leaves = inputs.Select((tensor, i) => i == input ? Moved(tensor, element, step).ToTensor() : tensor.ToTensor()).ToArray();
        return Objective(function(leaves))!.item<double>();
    }

    private static ReferenceTensor Moved(ReferenceTensor tensor, int element, double step)
    {
        var values = (double[])tensor.Values.Clone();
        values[element] += step;
        return tensor with { Values = values };
    }

    /// <summary>Weights that differ from element to element, so that no error cancels.</summary>
    private static Tensor? Objective(Tensor[] outputs)
    {
        Tensor? sum = null;
        foreach (var output in outputs.Where(o => o.dtype == ScalarType.Float64))
        {
            var weights = cos(arange(output.numel(), dtype: ScalarType.Float64)).view(output.shape);
            var part = (output * weights).sum();
            sum = sum is null ? part : sum + part;
        }

        return sum;
    }
}
