using Kit.Foundation.Randomness;
using static TorchSharp.torch;

namespace Kit.Decisions.Bandits.Vectorized;

/// <summary>
/// Random numbers for tensors. They come from the kit's streams and not from libtorch's generator, so that they are the same on every
/// machine and with any number of threads; the tensor lies over the array that is filled anew each time.
/// </summary>
internal sealed class Draws : IDisposable
{
    private readonly double[] _numbers;
    private readonly Tensor _tensor;

    public Draws(params long[] shape)
    {
        _numbers = new double[shape.Aggregate((a, b) => a * b)];
        using var flat = frombuffer(_numbers, float64);
        _tensor = flat.view(shape);
    }

    /// <summary>Numbers in [0, 1), until the next call.</summary>
    public Tensor Uniform(RandomStream random)
    {
        random.FillUniform(_numbers);
        return _tensor;
    }

    /// <summary>Standard normal numbers, until the next call.</summary>
    public Tensor Normal(RandomStream random)
    {
        random.FillNormal(_numbers);
        return _tensor;
    }

    public void Dispose() => _tensor.Dispose();
}
