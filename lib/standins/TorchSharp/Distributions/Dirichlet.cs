#nullable disable annotations

namespace TorchSharp.Modules;

/// <summary>A distribution over probability vectors; the last dimension of <c>concentration</c> is that of the vector.</summary>
public class Dirichlet : torch.distributions.ExponentialFamily
{
    private readonly torch.Tensor _concentration;

    public Dirichlet(torch.Tensor concentration, torch.Generator generator = null)
        : base(generator)
    {
        _concentration = Keep(Parameters.One(concentration, nameof(concentration)));
        Parameters.HasLastDimension(_concentration, nameof(concentration));
        Parameters.Positive(_concentration, nameof(concentration));
        var shape = _concentration.shape;
        _init(shape[..^1], shape[^1..]);
    }

    public override torch.Tensor mean
    {
        get
        {
            using var sum = _concentration.sum(-1, keepdim: true);
            return _concentration / sum;
        }
    }

    /// <summary>Where some concentrations are below 1 it lies on the border; where all are, in the corner of the largest.</summary>
    public override torch.Tensor mode
    {
        get
        {
            using var off = torch.no_grad();
            using var scope = torch.NewDisposeScope();
            var above = (_concentration - 1).clamp(min: 0);
            var sum = above.sum(-1, keepdim: true);
            var corner = above.zeros_like().scatter_add(-1, _concentration.argmax(-1, keepdim: true), sum.ones_like());
            return (above / sum).where(sum > 0, corner).MoveToOuterDisposeScope();
        }
    }

    public override torch.Tensor variance
    {
        get
        {
            using var scope = torch.NewDisposeScope();
            var sum = _concentration.sum(-1, keepdim: true);
            return (_concentration * (sum - _concentration) / (sum.square() * (sum + 1))).MoveToOuterDisposeScope();
        }
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Gamma variables divided by their sum, in logarithms: Gamma(a) is Gamma(a + 1) · U^(1/a), so concentrations near 0, whose gamma variables
    /// no float could hold, still give a probability vector.
    /// </remarks>
    public override torch.Tensor rsample(params long[] sample_shape)
    {
        using var scope = torch.NewDisposeScope();
        var shape = ExtendedShape(sample_shape);
        var concentration = _concentration.expand(shape);
        var log = Noise.Gamma(concentration + 1, generator).log() + Noise.PositiveUniform(shape, concentration, generator).log() / concentration;
        return log.softmax(-1).MoveToOuterDisposeScope();
    }

    public override torch.Tensor log_prob(torch.Tensor value)
    {
        using var scope = torch.NewDisposeScope();
        return ((_concentration - 1).xlogy(value).sum(-1) + _concentration.sum(-1).lgamma() - _concentration.lgamma().sum(-1))
            .MoveToOuterDisposeScope();
    }

    public override torch.Tensor entropy()
    {
        using var scope = torch.NewDisposeScope();
        var k = _concentration.shape[^1];
        var sum = _concentration.sum(-1);
        return (_concentration.lgamma().sum(-1) - sum.lgamma() - (k - sum) * sum.digamma()
            - ((_concentration - 1) * _concentration.digamma()).sum(-1)).MoveToOuterDisposeScope();
    }

    public override torch.distributions.Distribution expand(torch.Size batch_shape, torch.distributions.Distribution instance = null)
    {
        using var concentration = _concentration.expand(InBatch(batch_shape, instance, [.. event_shape]));
        return new Dirichlet(concentration, generator);
    }
}
