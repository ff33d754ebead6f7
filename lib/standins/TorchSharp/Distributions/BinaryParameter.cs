using TorchSharp.Native;

namespace TorchSharp;

/// <summary>The parameter of a distribution over yes and no, given as a probability or as log-odds; the other one is computed when asked for.</summary>
internal sealed class BinaryParameter
{
    private readonly Func<torch.Tensor, torch.Tensor> _keep;
    private readonly Func<torch.Tensor, bool, torch.Tensor> _toProbs;
    private readonly Func<torch.Tensor, bool, torch.Tensor> _toLogits;
    private torch.Tensor? _probs;
    private torch.Tensor? _logits;

    public BinaryParameter(torch.Tensor? probs, torch.Tensor? logits, Action<torch.Tensor, string> valid, Func<torch.Tensor, torch.Tensor> keep,
        Func<torch.Tensor, bool, torch.Tensor> toProbs, Func<torch.Tensor, bool, torch.Tensor> toLogits)
    {
        Parameters.OneOf(probs, nameof(probs), logits, nameof(logits));
        (_keep, _toProbs, _toLogits) = (keep, toProbs, toLogits);
        FromProbs = probs is not null;
        if (FromProbs)
        {
            _probs = keep(Parameters.One(probs, nameof(probs)));
            valid(_probs, nameof(probs));
        }
        else
        {
            _logits = keep(Parameters.One(logits, nameof(logits)));
            Parameters.Finite(_logits, nameof(logits));
        }
    }

    public bool FromProbs { get; }

    public torch.Tensor Given => FromProbs ? _probs! : _logits!;

    public torch.Tensor Probs => _probs ??= Computed(_logits!, _toProbs);

    public torch.Tensor Logits => _logits ??= Computed(_probs!, _toLogits);

    /// <summary>−y log σ(x) − (1 − y) log(1 − σ(x)), exact for large |x|.</summary>
    public static torch.Tensor CrossEntropy(torch.Tensor logits, torch.Tensor target)
    {
        const int NoReduction = 0;
        using var scope = torch.NewDisposeScope();
        var both = Parameters.Broadcast((logits, nameof(logits)), (target, "value"));
        return Aten.binary_cross_entropy_with_logits.Call(both[0], both[1], Arg.None, Arg.None, NoReduction).MoveToOuterDisposeScope();
    }

    /// <summary>Always with gradients, since whoever asks first may do so without any.</summary>
    private torch.Tensor Computed(torch.Tensor from, Func<torch.Tensor, bool, torch.Tensor> compute)
    {
        using var on = new GradModeGuard(true);
        return _keep(compute(from, true));
    }
}
