using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Normalises each channel of each example.</summary>
public abstract class InstanceNorm : NormBase
{
    public InstanceNorm(long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device,
        ScalarType? dtype, string name)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, name)
    {
    }

    /// <summary>The number of dimensions of an input without a batch's.</summary>
    protected abstract long GetNumberOfBatchDimensions();

    public override Tensor forward(Tensor input)
    {
        ValidateInputDimensions(input);
        if (input.dim() != GetNumberOfBatchDimensions())
            return Normalised(input);
        using var batch = Aten.unsqueeze.Call(input, 0);
        using var result = Normalised(batch);
        return Aten.squeeze_dim.Call(result, 0);
    }

    private Tensor Normalised(Tensor input) => nn.functional.instance_norm(input, running_mean, running_var, affine ? weight : null, bias,
        training || !track_running_stats, momentum ?? 0, eps);
}
