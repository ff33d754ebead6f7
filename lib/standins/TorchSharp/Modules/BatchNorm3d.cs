using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Batch norm of volumes, [batch, channels, depth, height, width].</summary>
public sealed class BatchNorm3d : BatchNorm
{
    internal BatchNorm3d(long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(BatchNorm3d))
    {
    }

    protected override void ValidateInputDimensions(Tensor input) => ExpectDimensions(input, 5, 5);
}
