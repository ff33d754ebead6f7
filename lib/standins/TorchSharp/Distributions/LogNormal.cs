#nullable disable annotations

namespace TorchSharp.Modules;

/// <summary>e to the power of a normal variable.</summary>
public class LogNormal : TransformedDistribution
{
    private readonly torch.Tensor _loc;
    private readonly torch.Tensor _scale;

    internal LogNormal(torch.Tensor loc, torch.Tensor scale, torch.Generator generator = null)
        : base(generator)
    {
        var normal = new Normal(loc, scale, generator);
        (_loc, _scale) = (Keep(normal.mean), Keep(normal.stddev));
        _init(normal, [new torch.distributions.transforms.ExpTransform()]);
    }

    public torch.Tensor loc => _loc.alias();

    public torch.Tensor scale => _scale.alias();

    public override torch.Tensor mean
    {
        get
        {
            using var scope = torch.NewDisposeScope();
            return (_loc + _scale.square() / 2).exp().MoveToOuterDisposeScope();
        }
    }

    public override torch.Tensor mode
    {
        get
        {
            using var scope = torch.NewDisposeScope();
            return (_loc - _scale.square()).exp().MoveToOuterDisposeScope();
        }
    }

    public override torch.Tensor variance
    {
        get
        {
            using var scope = torch.NewDisposeScope();
            var square = _scale.square();
            return (square.expm1() * (_loc * 2 + square).exp()).MoveToOuterDisposeScope();
        }
    }

    public override torch.Tensor entropy()
    {
        using var normal = base_distribution.entropy();
        return normal + _loc;
    }

    public override torch.distributions.Distribution expand(torch.Size batch_shape, torch.distributions.Distribution instance = null)
    {
        var shape = InBatch(batch_shape, instance);
        using var loc = _loc.expand(shape);
        using var scale = _scale.expand(shape);
        return new LogNormal(loc, scale, generator);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            base_distribution?.Dispose();
        base.Dispose(disposing);
    }
}
