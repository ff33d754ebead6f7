#nullable disable annotations

namespace TorchSharp.Modules;

/// <summary>One of K categories, as a vector with a 1 at its place; parameters as those of <see cref="Categorical"/>.</summary>
public class OneHotCategorical : torch.distributions.Distribution
{
    private readonly Categorical _categorical;

    public OneHotCategorical(torch.Tensor p = null, torch.Tensor l = null, torch.Generator generator = null)
        : this(new Categorical(p, l, generator), generator)
    {
    }

    private OneHotCategorical(Categorical categorical, torch.Generator generator)
        : base(generator)
    {
        _categorical = categorical;
        _init(categorical.batch_shape, categorical.param_shape[^1..]);
    }

    public torch.Tensor probs => _categorical.probs;

    public torch.Tensor logits => _categorical.logits;

    public override torch.Tensor mean => _categorical.probs;

    public override torch.Tensor mode
    {
        get
        {
            using var best = _categorical.Probs.argmax(-1);
            return OneHot(best);
        }
    }

    public override torch.Tensor variance
    {
        get
        {
            using var other = 1 - _categorical.Probs;
            return _categorical.Probs * other;
        }
    }

    public override torch.Tensor rsample(params long[] sample_shape)
    {
        using var index = _categorical.rsample(sample_shape);
        return OneHot(index);
    }

    public override torch.Tensor log_prob(torch.Tensor value)
    {
        using var index = value.argmax(-1);
        return _categorical.log_prob(index);
    }

    public override torch.Tensor entropy() => _categorical.entropy();

    public override torch.distributions.Distribution expand(torch.Size batch_shape, torch.distributions.Distribution instance = null)
    {
        InBatch(batch_shape, instance);
        return new OneHotCategorical((Categorical)_categorical.expand(batch_shape), generator);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _categorical?.Dispose();
        base.Dispose(disposing);
    }

    private torch.Tensor OneHot(torch.Tensor index)
    {
        using var scope = torch.NewDisposeScope();
        var at = index.unsqueeze(-1);
        var zeros = Noise.Full([.. index.shape, .. event_shape], _categorical.Probs, 0);
        return zeros.scatter_add(-1, at, Noise.Full(at.shape, _categorical.Probs, 1)).MoveToOuterDisposeScope();
    }
}
