#nullable disable annotations

namespace TorchSharp.Modules;

/// <summary>The uniform distribution on [low, high).</summary>
public class Uniform : torch.distributions.Distribution
{
    private readonly torch.Tensor _low;
    private readonly torch.Tensor _high;

    public Uniform(torch.Tensor low, torch.Tensor high, torch.Generator generator = null)
        : base(generator)
    {
        var both = Parameters.Broadcast((low, nameof(low)), (high, nameof(high)));
        (_low, _high) = (Keep(both[0]), Keep(both[1]));
        Parameters.Finite(_low, nameof(low));
        Parameters.Finite(_high, nameof(high));
        Parameters.Check(_high, nameof(high), upper => upper > _low, "greater than low");
        _init(_low.shape);
    }

    public override torch.Tensor mean
    {
        get
        {
            using var sum = _low + _high;
            return sum / 2;
        }
    }

    /// <summary>NaN: no value is likelier than another.</summary>
    public override torch.Tensor mode => NaN(_low);

    public override torch.Tensor variance
    {
        get
        {
            using var scope = torch.NewDisposeScope();
            return ((_high - _low).square() / 12).MoveToOuterDisposeScope();
        }
    }

    public override torch.Tensor rsample(params long[] sample_shape)
    {
        using var scope = torch.NewDisposeScope();
        return (_low + Noise.Uniform(ExtendedShape(sample_shape), _low, generator) * (_high - _low)).MoveToOuterDisposeScope();
    }

    /// <summary>−∞ outside the interval.</summary>
    public override torch.Tensor log_prob(torch.Tensor value)
    {
        using var scope = torch.NewDisposeScope();
        var inside = (value >= _low).logical_and(_high > value).to_type(_low.dtype);
        return (inside.log() - (_high - _low).log()).MoveToOuterDisposeScope();
    }

    public override torch.Tensor cdf(torch.Tensor value)
    {
        using var scope = torch.NewDisposeScope();
        return ((value - _low) / (_high - _low)).clamp(0, 1).MoveToOuterDisposeScope();
    }

    public override torch.Tensor icdf(torch.Tensor value)
    {
        using var scope = torch.NewDisposeScope();
        return (value * (_high - _low) + _low).MoveToOuterDisposeScope();
    }

    public override torch.Tensor entropy()
    {
        using var width = _high - _low;
        return width.log();
    }

    public override torch.distributions.Distribution expand(torch.Size batch_shape, torch.distributions.Distribution instance = null)
    {
        var shape = InBatch(batch_shape, instance);
        using var low = _low.expand(shape);
        using var high = _high.expand(shape);
        return new Uniform(low, high, generator);
    }
}
