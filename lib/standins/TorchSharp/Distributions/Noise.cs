using TorchSharp.Native;

namespace TorchSharp;

/// <summary>New tensors of random numbers that have nothing to do with any parameter, with dtype and device of another tensor.</summary>
internal static class Noise
{
    private static readonly Op s_rand = new("aten::rand", "generator");
    private static readonly Op s_randn = new("aten::randn", "generator");
    private static readonly Op s_exponential = new("aten::exponential_");
    private static readonly Op s_full = new("aten::full");
    private static readonly Op s_standardGamma = new("aten::_standard_gamma");

    /// <summary>Uniform in [0, 1).</summary>
    public static torch.Tensor Uniform(long[] shape, torch.Tensor like, torch.Generator? generator) =>
        s_rand.Call(shape, generator, like.dtype, Arg.Default, like.device);

    /// <summary>Uniform in (0, 1), so that its logarithm is finite.</summary>
    public static torch.Tensor PositiveUniform(long[] shape, torch.Tensor like, torch.Generator? generator)
    {
        using var uniform = Uniform(shape, like, generator);
        return uniform.clamp(min: torch.finfo(like.dtype).tiny);
    }

    public static torch.Tensor Normal(long[] shape, torch.Tensor like, torch.Generator? generator) =>
        s_randn.Call(shape, generator, like.dtype, Arg.Default, like.device);

    /// <summary>Exponential with rate 1.</summary>
    public static torch.Tensor Exponential(long[] shape, torch.Tensor like, torch.Generator? generator) =>
        s_exponential.InPlace(Aten.empty.Call(shape, like.dtype, Arg.Default, like.device), 1.0, generator);

    /// <summary>Gamma with rate 1; its gradient with respect to the concentration is that of the implicit reparametrisation.</summary>
    public static torch.Tensor Gamma(torch.Tensor concentration, torch.Generator? generator) => s_standardGamma.Call(concentration, generator);

    public static torch.Tensor Full(long[] shape, torch.Tensor like, Scalar value) => s_full.Call(shape, value, like.dtype, Arg.Default, like.device);
}
