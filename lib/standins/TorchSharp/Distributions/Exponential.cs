#nullable disable annotations

namespace TorchSharp.Modules;

/// <summary>The waiting time for an event that happens <c>rate</c> times in a unit of time.</summary>
public class Exponential : torch.distributions.ExponentialFamily
{
    private readonly torch.Tensor _rate;

    public Exponential(torch.Tensor rate, torch.Generator generator = null)
        : base(generator)
    {
        _rate = Keep(Parameters.One(rate, nameof(rate)));
        Parameters.Positive(_rate, nameof(rate));
        _init(_rate.shape);
    }

    public override torch.Tensor mean => _rate.reciprocal();

    public override torch.Tensor mode => _rate.zeros_like();

    public override torch.Tensor stddev => _rate.reciprocal();

    public override torch.Tensor variance
    {
        get
        {
            using var square = _rate.square();
            return square.reciprocal();
        }
    }

    public override torch.Tensor rsample(params long[] sample_shape)
    {
        using var unit = Noise.Exponential(ExtendedShape(sample_shape), _rate, generator);
        return unit / _rate;
    }

    public override torch.Tensor log_prob(torch.Tensor value)
    {
        using var scope = torch.NewDisposeScope();
        return (_rate.log() - _rate * value).MoveToOuterDisposeScope();
    }

    public override torch.Tensor entropy()
    {
        using var log = _rate.log();
        return 1 - log;
    }

    public override torch.Tensor cdf(torch.Tensor value)
    {
        using var scope = torch.NewDisposeScope();
        return (-(-_rate * value).expm1()).MoveToOuterDisposeScope();
    }

    public override torch.Tensor icdf(torch.Tensor value)
    {
        using var scope = torch.NewDisposeScope();
        return (-(-value).log1p() / _rate).MoveToOuterDisposeScope();
    }

    public override torch.distributions.Distribution expand(torch.Size batch_shape, torch.distributions.Distribution instance = null)
    {
        using var rate = _rate.expand(InBatch(batch_shape, instance));
        return new Exponential(rate, generator);
    }
}
