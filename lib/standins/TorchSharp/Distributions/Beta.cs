#nullable disable annotations

namespace TorchSharp.Modules;

/// <summary>A distribution over probabilities: <c>concentration1</c> weighs 1 and <c>concentration0</c> weighs 0.</summary>
public class Beta : torch.distributions.ExponentialFamily
{
    private readonly torch.Tensor _concentration1;
    private readonly torch.Tensor _concentration0;

    /// <summary>Over the probabilities of 1 and of 0.</summary>
    protected Dirichlet dirichlet;

    public Beta(torch.Tensor concentration1, torch.Tensor concentration0, torch.Generator generator = null)
        : base(generator)
    {
        var both = Parameters.Broadcast((concentration1, nameof(concentration1)), (concentration0, nameof(concentration0)));
        (_concentration1, _concentration0) = (Keep(both[0]), Keep(both[1]));
        Parameters.Positive(_concentration1, nameof(concentration1));
        Parameters.Positive(_concentration0, nameof(concentration0));
        using var stacked = torch.stack(both, -1);
        dirichlet = new Dirichlet(stacked, generator);
        _init(_concentration1.shape);
    }

    public override torch.Tensor mean
    {
        get
        {
            using var sum = _concentration1 + _concentration0;
            return _concentration1 / sum;
        }
    }

    public override torch.Tensor mode
    {
        get
        {
            using var both = dirichlet.mode;
            return both.select(-1, 0);
        }
    }

    public override torch.Tensor variance
    {
        get
        {
            using var scope = torch.NewDisposeScope();
            var sum = _concentration1 + _concentration0;
            return (_concentration1 * _concentration0 / (sum.square() * (sum + 1))).MoveToOuterDisposeScope();
        }
    }

    public override torch.Tensor rsample(params long[] sample_shape)
    {
        using var both = dirichlet.rsample(sample_shape);
        return both.select(-1, 0);
    }

    public override torch.Tensor log_prob(torch.Tensor value)
    {
        using var scope = torch.NewDisposeScope();
        return dirichlet.log_prob(torch.stack((torch.Tensor[])[value, 1 - value], -1)).MoveToOuterDisposeScope();
    }

    public override torch.Tensor entropy() => dirichlet.entropy();

    public override torch.distributions.Distribution expand(torch.Size batch_shape, torch.distributions.Distribution instance = null)
    {
        var shape = InBatch(batch_shape, instance);
        using var concentration1 = _concentration1.expand(shape);
        using var concentration0 = _concentration0.expand(shape);
        return new Beta(concentration1, concentration0, generator);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            dirichlet?.Dispose();
        base.Dispose(disposing);
    }
}
