using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Normal with one mean and one standard deviation.</summary>
    public static Tensor normal(double mean, double std, ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, Generator? generator = null, string[]? names = null)
    {
        Names.Refuse(names);
        return WithGrad(Aten.normal_float_float.Call(mean, std, size, generator, dtype, Arg.None, DeviceOrDefault(device)), requires_grad);
    }

    /// <summary>Normal with a mean and a standard deviation for every element.</summary>
    public static Tensor normal(Tensor mean, Tensor std, Generator? generator = null) =>
        Aten.normal_Tensor_Tensor.Call(mean, std, generator);

    /// <summary>1 with the probability that the input gives, else 0.</summary>
    public static Tensor bernoulli(Tensor input, Generator? generator = null) => input.bernoulli(generator);

    /// <summary>Indices drawn with probabilities proportional to the input's rows, which need not add up to 1.</summary>
    /// <param name="input">Weights [classes] or [rows, classes].</param>
    /// <returns>[num_samples] or [rows, num_samples], int64.</returns>
    public static Tensor multinomial(Tensor input, long num_samples, bool replacement = false, Generator? generator = null) =>
        input.multinomial(num_samples, replacement, generator);

    /// <summary>Poisson with the rates that the input gives.</summary>
    public static Tensor poisson(Tensor input, Generator? generator = null) => input.poisson(generator);
}
