#nullable disable annotations

namespace TorchSharp.Modules;

/// <summary>
/// One of K categories, by weights (<c>probs</c>, divided by their sum) or by unnormalised log-probabilities (<c>logits</c>) along the last
/// dimension. A logit of −∞ excludes its category, as long as another one is left.
/// </summary>
public class Categorical : torch.distributions.Distribution
{
    private readonly bool _fromProbs;
    private torch.Tensor _probs;
    private torch.Tensor _logits;

    public Categorical(torch.Tensor probs = null, torch.Tensor logits = null, torch.Generator generator = null)
        : base(generator)
    {
        Parameters.OneOf(probs, nameof(probs), logits, nameof(logits));
        _fromProbs = probs is not null;
        if (_fromProbs)
        {
            using var given = Parameters.One(probs, nameof(probs));
            Parameters.Weights(given, nameof(probs));
            using var sum = given.sum(-1, keepdim: true);
            _probs = Keep(given / sum);
        }
        else
        {
            using var given = Parameters.One(logits, nameof(logits));
            Parameters.HasLastDimension(given, nameof(logits));
            using var sum = given.logsumexp(-1, keepdim: true);
            _logits = Keep(given - sum);
            // One look at the result finds NaN, +∞ and rows of nothing but −∞: each gives NaN.
            Parameters.Check(_logits, nameof(logits), normalised => normalised <= 1, "neither NaN nor +∞, and above −∞ for at least one category,");
        }

        param_shape = (_probs ?? _logits).shape;
        _init(param_shape[..^1]);
    }

    /// <summary>The normalised probabilities [.., K].</summary>
    public torch.Tensor probs => Probs.alias();

    /// <summary>The normalised log-probabilities [.., K].</summary>
    public torch.Tensor logits => Logits.alias();

    public long[] param_shape { get; }

    /// <summary>NaN: categories are no numbers.</summary>
    public override torch.Tensor mean => NaN(_probs ?? _logits);

    public override torch.Tensor variance => NaN(_probs ?? _logits);

    internal torch.Tensor Probs => _probs ??= KeepWithGradient(() => LogitsToProbs(_logits));

    internal torch.Tensor Logits => _logits ??= KeepWithGradient(() => ProbsToLogits(_probs));

    /// <summary>Draws categories.</summary>
    /// <returns>int64, <c>sample_shape + batch_shape</c>.</returns>
    public override torch.Tensor rsample(params long[] sample_shape)
    {
        using var off = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        var shape = ExtendedShape(sample_shape);
        var count = sample_shape.Aggregate(1L, (product, n) => checked(product * n));
        if (count == 0 || batch_shape.numel() == 0)
            return Noise.Full(shape, Probs, 0).to_type(torch.ScalarType.Int64).MoveToOuterDisposeScope();
        var wide = Probs.dtype is torch.ScalarType.Float16 or torch.ScalarType.BFloat16 ? Probs.to_type(torch.ScalarType.Float32) : Probs;
        var drawn = wide.reshape(-1, param_shape[^1]).multinomial(count, replacement: true, generator: generator);
        return drawn.mT.reshape(shape).MoveToOuterDisposeScope();
    }

    public override torch.Tensor log_prob(torch.Tensor value)
    {
        using var scope = torch.NewDisposeScope();
        var index = value.to_type(torch.ScalarType.Int64);
        var at = Parameters.CommonShape(index.shape, batch_shape.Shape, nameof(value));
        var logits = Logits.expand([.. at, param_shape[^1]]);
        return logits.gather(-1, index.expand(at).unsqueeze(-1)).squeeze(-1).MoveToOuterDisposeScope();
    }

    public override torch.Tensor entropy()
    {
        using var scope = torch.NewDisposeScope();
        var finite = Logits.clamp(min: -torch.finfo(Logits.dtype).max); // an excluded category adds 0, not 0 · ∞
        return (-(finite * Probs).sum(-1)).MoveToOuterDisposeScope();
    }

    public override torch.distributions.Distribution expand(torch.Size batch_shape, torch.distributions.Distribution instance = null)
    {
        using var parameter = (_fromProbs ? _probs : _logits).expand(InBatch(batch_shape, instance, param_shape[^1]));
        return _fromProbs ? new Categorical(parameter, null, generator) : new Categorical(null, parameter, generator);
    }
}
