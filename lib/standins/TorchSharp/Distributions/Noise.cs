using TorchSharp.Native;

namespace TorchSharp;

/// <summary>New tensors of random numbers that have nothing to do with any parameter, with dtype and device of another tensor.</summary>
internal static class Noise
{
    /// <summary>Uniform in [0, 1).</summary>
    public static torch.Tensor Uniform(long[] shape, torch.Tensor like, torch.Generator? generator) =>
        torch.rand(shape, like.dtype, like.device, generator: generator);

    /// <summary>Uniform in (0, 1), so that its logarithm is finite.</summary>
    public static torch.Tensor PositiveUniform(long[] shape, torch.Tensor like, torch.Generator? generator)
    {
        using var uniform = Uniform(shape, like, generator);
        return uniform.clamp(min: torch.finfo(like.dtype).tiny);
    }

    public static torch.Tensor Normal(long[] shape, torch.Tensor like, torch.Generator? generator) =>
        torch.randn(shape, like.dtype, like.device, generator: generator);

    /// <summary>Exponential with rate 1.</summary>
    public static torch.Tensor Exponential(long[] shape, torch.Tensor like, torch.Generator? generator) =>
        torch.empty(shape, like.dtype, like.device).exponential_(1, generator);

    /// <summary>Gamma with rate 1; its gradient with respect to the concentration is that of the implicit reparametrisation.</summary>
    public static torch.Tensor Gamma(torch.Tensor concentration, torch.Generator? generator) => Aten._standard_gamma.Call(concentration, generator);

    public static torch.Tensor Full(long[] shape, torch.Tensor like, Scalar value) => torch.full(shape, value, like.dtype, like.device);
}
