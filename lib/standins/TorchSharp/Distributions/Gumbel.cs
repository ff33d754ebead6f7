#nullable disable annotations

namespace TorchSharp.Modules;

/// <summary>The Gumbel distribution: a logit plus its standard form wins with the softmax's probability.</summary>
public class Gumbel : TransformedDistribution
{
    private readonly torch.Tensor _loc;
    private readonly torch.Tensor _scale;

    internal Gumbel(torch.Tensor loc, torch.Tensor scale, torch.Generator generator = null)
        : base(generator)
    {
        var both = Parameters.Broadcast((loc, nameof(loc)), (scale, nameof(scale)));
        (_loc, _scale) = (Keep(both[0]), Keep(both[1]));
        Parameters.Finite(_loc, nameof(loc));
        Parameters.Positive(_scale, nameof(scale));
        using var scope = torch.NewDisposeScope();
        var (low, high) = (torch.finfo(_loc.dtype).tiny, 1 - torch.finfo(_loc.dtype).eps);
        var uniform = new Uniform(Noise.Full(_loc.shape, _loc, low), Noise.Full(_loc.shape, _loc, high), generator);
        var log = new torch.distributions.transforms.LogTransform();
        var negative = new torch.distributions.transforms.AffineTransform(0.0, -1.0);
        _init(uniform, [log, negative, log, new torch.distributions.transforms.AffineTransform(_loc, -_scale)]);
    }

    public override torch.Tensor mean
    {
        get
        {
            using var shift = _scale * euler_constant;
            return _loc + shift;
        }
    }

    public override torch.Tensor mode => _loc.alias();

    public override torch.Tensor stddev => _scale * (Math.PI / Math.Sqrt(6));

    public override torch.Tensor variance
    {
        get
        {
            using var square = _scale.square();
            return square * (Math.PI * Math.PI / 6);
        }
    }

    public override torch.Tensor log_prob(torch.Tensor value)
    {
        using var scope = torch.NewDisposeScope();
        var y = (_loc - value) / _scale;
        return (y - y.exp() - _scale.log()).MoveToOuterDisposeScope();
    }

    public override torch.Tensor entropy()
    {
        using var log = _scale.log();
        return log + (1 + euler_constant);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            base_distribution?.Dispose();
        base.Dispose(disposing);
    }
}
