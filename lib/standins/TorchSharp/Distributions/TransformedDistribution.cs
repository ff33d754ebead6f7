#nullable disable annotations

namespace TorchSharp.Modules;

/// <summary>What becomes of a distribution when its samples go through transforms.</summary>
/// <remarks>The base distribution stays the caller's: disposing this one does not dispose it.</remarks>
public class TransformedDistribution : torch.distributions.Distribution
{
    protected torch.distributions.Distribution base_distribution;

    private torch.distributions.transforms.Transform[] _transforms = [];

    public TransformedDistribution(torch.Generator generator = null)
        : base(generator)
    {
    }

    public TransformedDistribution(torch.distributions.Distribution base_distribution, torch.distributions.transforms.Transform transform,
        torch.Generator generator = null)
        : this(base_distribution, [transform], generator)
    {
    }

    public TransformedDistribution(torch.distributions.Distribution base_distribution,
        IEnumerable<torch.distributions.transforms.Transform> transforms, torch.Generator generator = null)
        : base(generator) => _init(base_distribution, [.. transforms]);

    public override torch.Tensor mean => throw new NotSupportedException($"{GetType().Name} has no mean in closed form.");

    public override torch.Tensor mode => throw new NotSupportedException($"{GetType().Name} has no mode in closed form.");

    public override torch.Tensor variance => throw new NotSupportedException($"{GetType().Name} has no variance in closed form.");

    public override torch.Tensor stddev => base.stddev;

    public override torch.Tensor sample(params long[] sample_shape)
    {
        using var off = torch.no_grad();
        return Forward(base_distribution.sample(sample_shape));
    }

    public override torch.Tensor rsample(params long[] sample_shape) => Forward(base_distribution.rsample(sample_shape));

    public override torch.Tensor log_prob(torch.Tensor value)
    {
        using var scope = torch.NewDisposeScope();
        var dims = event_shape.Length;
        var (y, sum) = (value, (torch.Tensor)null);
        for (var i = _transforms.Length - 1; i >= 0; i--)
        {
            var x = _transforms[i]._inverse(y);
            var change = SumRightmost(_transforms[i].log_abs_det_jacobian(x, y), dims - _transforms[i].event_dim);
            sum = sum is null ? change : sum + change;
            y = x;
        }

        var inner = SumRightmost(base_distribution.log_prob(y), dims - base_distribution.event_shape.Length);
        return (sum is null ? inner : inner - sum).MoveToOuterDisposeScope();
    }

    public override torch.Tensor entropy() => throw new NotSupportedException($"{GetType().Name} has no entropy in closed form.");

    public override torch.Tensor cdf(torch.Tensor value)
    {
        using var scope = torch.NewDisposeScope();
        var y = value;
        for (var i = _transforms.Length - 1; i >= 0; i--)
            y = _transforms[i]._inverse(y);
        return Monotone(base_distribution.cdf(y)).MoveToOuterDisposeScope();
    }

    public override torch.Tensor icdf(torch.Tensor value)
    {
        using var scope = torch.NewDisposeScope();
        return Forward(base_distribution.icdf(Monotone(value))).MoveToOuterDisposeScope();
    }

    public override torch.distributions.Distribution expand(torch.Size batch_shape, torch.distributions.Distribution instance = null)
    {
        var shape = InBatch(batch_shape, instance, [.. event_shape.Take(event_shape.Length - base_distribution.event_shape.Length)]);
        return new TransformedDistribution(base_distribution.expand(shape), _transforms, generator);
    }

    protected void _init(torch.distributions.Distribution base_distribution, torch.distributions.transforms.Transform[] transforms)
    {
        ArgumentNullException.ThrowIfNull(base_distribution);
        ArgumentNullException.ThrowIfNull(transforms);
        long[] inner = [.. base_distribution.batch_shape, .. base_distribution.event_shape];
        var shape = transforms.Aggregate(inner, (s, transform) => transform.forward_shape(s));
        var batch = base_distribution.batch_shape.Length + shape.Length - inner.Length;
        if (shape.Length != inner.Length || !shape.SequenceEqual(inner))
            base_distribution = base_distribution.expand(transforms.Reverse().Aggregate(shape, (s, t) => t.inverse_shape(s))[..batch]);
        var together = transforms.Select(t => t.event_dim).Append(0).Max() - base_distribution.event_shape.Length;
        if (together > 0)
            base_distribution = new Independent(base_distribution, together);
        this.base_distribution = base_distribution;
        _transforms = transforms;
        var events = base_distribution.event_shape.Length;
        _init(shape[..^events], shape[^events..]);
    }

    private protected torch.Tensor Forward(torch.Tensor drawn)
    {
        using var scope = torch.NewDisposeScope();
        scope.Attach(drawn);
        return _transforms.Aggregate(drawn, (value, transform) => transform.forward(value)).MoveToOuterDisposeScope();
    }

    private static torch.Tensor SumRightmost(torch.Tensor value, int dims) =>
        dims == 0 ? value : value.sum([.. Enumerable.Range(-dims, dims).Select(d => (long)d)]);

    /// <summary>A decreasing transform turns a cumulative probability p into 1 − p.</summary>
    private torch.Tensor Monotone(torch.Tensor probability)
    {
        torch.Tensor sign = null;
        foreach (var transform in _transforms)
            sign = sign is null ? transform._sign() : sign * transform._sign();
        return sign is null ? probability : ((probability - 0.5) * sign + 0.5).to_type(probability.dtype);
    }
}
