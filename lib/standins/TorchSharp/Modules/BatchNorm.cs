using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Normalises each channel over the batch in training, and by the statistics gathered then in evaluation.</summary>
public abstract class BatchNorm : NormBase
{
    public BatchNorm(long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype,
        string name)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, name)
    {
    }

    public override Tensor forward(Tensor input)
    {
        ValidateInputDimensions(input);
        var factor = momentum ?? 0;
        if (training && track_running_stats && num_batches_tracked is { } batches)
        {
            using var off = no_grad();
            Aten.add__Scalar.InPlace(batches, 1);
            factor = momentum ?? 1.0 / batches.item<long>();
        }

        var tracked = !training || track_running_stats;
        var byBatch = training || (running_mean is null && running_var is null);
        return nn.functional.batch_norm(input, tracked ? running_mean : null, tracked ? running_var : null, affine ? weight : null, bias, byBatch,
            factor, eps);
    }
}
