#nullable disable annotations

namespace TorchSharp.Modules;

/// <summary>The normal distribution, by mean and standard deviation.</summary>
public class Normal : torch.distributions.Distribution
{
    private static readonly double s_logRootTwoPi = 0.5 * Math.Log(2 * Math.PI);

    private readonly torch.Tensor _loc;
    private readonly torch.Tensor _scale;

    public Normal(torch.Tensor loc, torch.Tensor scale, torch.Generator generator = null)
        : base(generator)
    {
        var both = Parameters.Broadcast((loc, nameof(loc)), (scale, nameof(scale)));
        (_loc, _scale) = (Keep(both[0]), Keep(both[1]));
        Parameters.Finite(_loc, nameof(loc));
        Parameters.Positive(_scale, nameof(scale));
        _init(_loc.shape);
    }

    public override torch.Tensor mean => _loc.alias();

    public override torch.Tensor mode => _loc.alias();

    public override torch.Tensor stddev => _scale.alias();

    public override torch.Tensor variance => _scale.square();

    public override torch.Tensor sample(params long[] sample_shape) => base.sample(sample_shape);

    /// <inheritdoc/>
    public override torch.Tensor rsample(params long[] sample_shape)
    {
        using var scope = torch.NewDisposeScope();
        return (_loc + Noise.Normal(ExtendedShape(sample_shape), _loc, generator) * _scale).MoveToOuterDisposeScope();
    }

    public override torch.Tensor log_prob(torch.Tensor value)
    {
        using var scope = torch.NewDisposeScope();
        return (((value - _loc) / _scale).square() * -0.5 - _scale.log() - s_logRootTwoPi).MoveToOuterDisposeScope();
    }

    public override torch.Tensor entropy()
    {
        using var log = _scale.log();
        return log + (0.5 + s_logRootTwoPi);
    }

    public override torch.Tensor cdf(torch.Tensor value)
    {
        using var scope = torch.NewDisposeScope();
        return ((((value - _loc) / _scale / Math.Sqrt(2)).erf() + 1) * 0.5).MoveToOuterDisposeScope();
    }

    public override torch.Tensor icdf(torch.Tensor value)
    {
        using var scope = torch.NewDisposeScope();
        return (_loc + _scale * (value * 2 - 1).erfinv() * Math.Sqrt(2)).MoveToOuterDisposeScope();
    }

    public override torch.distributions.Distribution expand(torch.Size batch_shape, torch.distributions.Distribution instance = null)
    {
        var shape = InBatch(batch_shape, instance);
        using var loc = _loc.expand(shape);
        using var scale = _scale.expand(shape);
        return new Normal(loc, scale, generator);
    }
}
