#nullable disable annotations

namespace TorchSharp.Modules;

/// <summary>The gamma distribution, by concentration (shape) and rate (inverse scale).</summary>
public class Gamma : torch.distributions.ExponentialFamily
{
    private readonly torch.Tensor _concentration;
    private readonly torch.Tensor _rate;

    public Gamma(torch.Tensor concentration, torch.Tensor rate, torch.Generator generator = null)
        : base(generator)
    {
        var both = Parameters.Broadcast((concentration, nameof(concentration)), (rate, nameof(rate)));
        (_concentration, _rate) = (Keep(both[0]), Keep(both[1]));
        Parameters.Positive(_concentration, nameof(concentration));
        Parameters.Positive(_rate, nameof(rate));
        _init(_concentration.shape);
    }

    public override torch.Tensor mean => _concentration / _rate;

    public override torch.Tensor mode
    {
        get
        {
            using var scope = torch.NewDisposeScope();
            return ((_concentration - 1) / _rate).clamp(min: 0).MoveToOuterDisposeScope();
        }
    }

    public override torch.Tensor variance
    {
        get
        {
            using var square = _rate.square();
            return _concentration / square;
        }
    }

    /// <inheritdoc/>
    public override torch.Tensor rsample(params long[] sample_shape)
    {
        using var scope = torch.NewDisposeScope();
        var shape = ExtendedShape(sample_shape);
        return (Noise.Gamma(_concentration.expand(shape), generator) / _rate).clamp(min: torch.finfo(_rate.dtype).tiny).MoveToOuterDisposeScope();
    }

    public override torch.Tensor log_prob(torch.Tensor value)
    {
        using var scope = torch.NewDisposeScope();
        return (_concentration * _rate.log() + (_concentration - 1).xlogy(value) - _rate * value - _concentration.lgamma()).MoveToOuterDisposeScope();
    }

    public override torch.Tensor entropy()
    {
        using var scope = torch.NewDisposeScope();
        return (_concentration - _rate.log() + _concentration.lgamma() + (1 - _concentration) * _concentration.digamma()).MoveToOuterDisposeScope();
    }

    public override torch.Tensor cdf(torch.Tensor value)
    {
        using var scaled = _rate * value;
        return torch.special.gammainc(_concentration, scaled);
    }

    public override torch.distributions.Distribution expand(torch.Size batch_shape, torch.distributions.Distribution instance = null)
    {
        var shape = InBatch(batch_shape, instance);
        using var concentration = _concentration.expand(shape);
        using var rate = _rate.expand(shape);
        return new Gamma(concentration, rate, generator);
    }
}
