#nullable disable annotations

namespace TorchSharp.Modules;

/// <summary>The two-sided exponential distribution around <c>loc</c>.</summary>
public class Laplace : torch.distributions.Distribution
{
    private readonly torch.Tensor _loc;
    private readonly torch.Tensor _scale;

    public Laplace(torch.Tensor loc, torch.Tensor scale, torch.Generator generator = null)
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

    public override torch.Tensor stddev => _scale * Math.Sqrt(2);

    public override torch.Tensor variance
    {
        get
        {
            using var square = _scale.square();
            return square * 2;
        }
    }

    public override torch.Tensor rsample(params long[] sample_shape)
    {
        using var scope = torch.NewDisposeScope();
        var u = Noise.PositiveUniform(ExtendedShape(sample_shape), _loc, generator) * 2 - 1;
        var inside = u.abs().clamp(max: 1 - torch.finfo(u.dtype).eps / 2);
        return (_loc - _scale * u.sign() * (-inside).log1p()).MoveToOuterDisposeScope();
    }

    public override torch.Tensor log_prob(torch.Tensor value)
    {
        using var scope = torch.NewDisposeScope();
        return (-(_scale * 2).log() - (value - _loc).abs() / _scale).MoveToOuterDisposeScope();
    }

    public override torch.Tensor entropy()
    {
        using var scope = torch.NewDisposeScope();
        return (1 + (_scale * 2).log()).MoveToOuterDisposeScope();
    }

    public override torch.Tensor cdf(torch.Tensor value)
    {
        using var scope = torch.NewDisposeScope();
        var distance = value - _loc;
        return (0.5 - 0.5 * distance.sign() * (-distance.abs() / _scale).expm1()).MoveToOuterDisposeScope();
    }

    public override torch.Tensor icdf(torch.Tensor value)
    {
        using var scope = torch.NewDisposeScope();
        var term = value - 0.5;
        return (_loc - _scale * term.sign() * (term.abs() * -2).log1p()).MoveToOuterDisposeScope();
    }

    public override torch.distributions.Distribution expand(torch.Size batch_shape, torch.distributions.Distribution instance = null)
    {
        var shape = InBatch(batch_shape, instance);
        using var loc = _loc.expand(shape);
        using var scale = _scale.expand(shape);
        return new Laplace(loc, scale, generator);
    }
}
