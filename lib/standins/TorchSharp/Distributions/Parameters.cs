using System.Runtime.InteropServices;
using TorchSharp.Native;

namespace TorchSharp;

/// <summary>What distributions demand of their parameters. A refusal names the parameter.</summary>
internal static class Parameters
{
    /// <summary>The parameter with a handle of its own.</summary>
    public static torch.Tensor One(torch.Tensor? value, string name) => Floating(value, name).alias();

    /// <summary>All parameters in their common shape.</summary>
    public static torch.Tensor[] Broadcast(params (torch.Tensor? Value, string Name)[] parameters)
    {
        var tensors = parameters.Select(p => Floating(p.Value, p.Name)).ToArray();
        try
        {
            return Aten.broadcast_tensors.CallList(tensors);
        }
        catch (ExternalException)
        {
            throw new ArgumentException(
                string.Join(" and ", parameters.Select(p => $"{p.Name} of shape [{string.Join(", ", p.Value!.shape)}]"))
                + " cannot be broadcast to a common shape.", parameters[^1].Name);
        }
    }

    public static void Finite(torch.Tensor value, string name) => Check(value, name, v => v.isfinite(), "finite");

    public static void Positive(torch.Tensor value, string name) =>
        Check(value, name, v => v.isfinite().logical_and(v > 0), "finite and greater than 0");

    public static void NotNegative(torch.Tensor value, string name) =>
        Check(value, name, v => v.isfinite().logical_and(v >= 0), "finite and not negative");

    /// <summary>In [0, 1]; NaN is in no interval.</summary>
    public static void Probability(torch.Tensor value, string name) =>
        Check(value, name, v => (v >= 0).logical_and(v <= 1), "between 0 and 1");

    /// <summary>In (0, 1].</summary>
    public static void PositiveProbability(torch.Tensor value, string name) =>
        Check(value, name, v => (v > 0).logical_and(v <= 1), "greater than 0 and at most 1");

    /// <summary>Weights along the last dimension: none negative, and a positive, finite sum.</summary>
    public static void Weights(torch.Tensor value, string name)
    {
        HasLastDimension(value, name);
        Check(value, name, v => (v >= 0).logical_and(v.isfinite()), "finite and not negative");
        Check(value, name, v =>
        {
            var sum = v.sum(-1);
            return (sum > 0).logical_and(sum.isfinite());
        }, "greater than 0 in sum along the last dimension");
    }

    public static void HasLastDimension(torch.Tensor value, string name)
    {
        if (value.ndim < 1 || value.shape[^1] == 0)
            throw new ArgumentException(
                $"{name} has shape [{string.Join(", ", value.shape)}]; it needs a last dimension, with one element a category.", name);
    }

    /// <summary>One of the two, not both.</summary>
    public static void OneOf(torch.Tensor? first, string firstName, torch.Tensor? second, string secondName)
    {
        if (first is null == second is null)
            throw new ArgumentException($"give either {firstName} or {secondName}, not {(first is null ? "neither" : "both")}.", firstName);
    }

    /// <summary>The shape to which both broadcast.</summary>
    public static long[] CommonShape(long[] left, long[] right, string name)
    {
        var shape = new long[Math.Max(left.Length, right.Length)];
        for (var i = 1; i <= shape.Length; i++)
        {
            var (l, r) = (i <= left.Length ? left[^i] : 1, i <= right.Length ? right[^i] : 1);
            if (l != r && l != 1 && r != 1)
                throw new ArgumentException(
                    $"{name} of shape [{string.Join(", ", left)}] does not fit the distribution's batch [{string.Join(", ", right)}].", name);
            shape[^i] = l == 1 ? r : l;
        }

        return shape;
    }

    /// <summary>A number as a tensor of no dimensions, or null.</summary>
    public static torch.Tensor? Scalar(float? value) =>
        value is { } v ? torch.FromSpan<float>([v], torch.ScalarType.Float32, [], null, null, false) : null;

    public static torch.Tensor? Scalar(double? value) =>
        value is { } v ? torch.FromSpan<double>([v], torch.ScalarType.Float64, [], null, null, false) : null;

    public static void Check(torch.Tensor value, string name, Func<torch.Tensor, torch.Tensor> valid, string demand)
    {
        using var off = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        if (!valid(value).all().item<bool>())
            throw new ArgumentException($"{name} must be {demand} everywhere.", name);
    }

    public static torch.Tensor Floating(torch.Tensor? value, string name)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        return value.dtype is torch.ScalarType.Float16 or torch.ScalarType.BFloat16 or torch.ScalarType.Float32 or torch.ScalarType.Float64 ? value
            : throw new ArgumentException($"{name} has dtype {value.dtype}; it must be floating-point.", name);
    }
}
