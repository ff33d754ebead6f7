#nullable disable annotations

namespace TorchSharp.Modules;

/// <summary>The number of events of which <c>rate</c> are expected.</summary>
public class Poisson : torch.distributions.ExponentialFamily
{
    private readonly torch.Tensor _rate;

    public Poisson(torch.Tensor rate, torch.Generator generator = null)
        : base(generator)
    {
        _rate = Keep(Parameters.One(rate, nameof(rate)));
        Parameters.NotNegative(_rate, nameof(rate));
        _init(_rate.shape);
    }

    public override torch.Tensor mean => _rate.alias();

    public override torch.Tensor mode => _rate.floor();

    public override torch.Tensor variance => _rate.alias();

    public override torch.Tensor rsample(params long[] sample_shape)
    {
        using var off = torch.no_grad();
        using var rate = _rate.expand(ExtendedShape(sample_shape));
        return rate.poisson(generator);
    }

    public override torch.Tensor log_prob(torch.Tensor value)
    {
        using var scope = torch.NewDisposeScope();
        return (value.xlogy(_rate) - _rate - (value + 1).lgamma()).MoveToOuterDisposeScope();
    }

    public override torch.Tensor cdf(torch.Tensor value)
    {
        using var scope = torch.NewDisposeScope();
        return torch.special.gammaincc(value.floor() + 1, _rate).MoveToOuterDisposeScope();
    }

    public override torch.distributions.Distribution expand(torch.Size batch_shape, torch.distributions.Distribution instance = null)
    {
        using var rate = _rate.expand(InBatch(batch_shape, instance));
        return new Poisson(rate, generator);
    }
}
