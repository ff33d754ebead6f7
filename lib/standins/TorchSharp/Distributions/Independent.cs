#nullable disable annotations

namespace TorchSharp.Modules;

/// <summary>Takes the last dimensions of a distribution's batch as parts of one event, so that its log-probability is their sum.</summary>
/// <remarks>The base distribution stays the caller's: disposing this one does not dispose it.</remarks>
public class Independent : torch.distributions.Distribution
{
    private readonly torch.distributions.Distribution _base;
    private readonly int _dims;

    public Independent(torch.distributions.Distribution base_distribution, int reinterpreted_batch_ndims, torch.Generator generator = null)
        : base(generator)
    {
        ArgumentNullException.ThrowIfNull(base_distribution);
        var batch = base_distribution.batch_shape.Shape;
        if (reinterpreted_batch_ndims < 0 || reinterpreted_batch_ndims > batch.Length)
            throw new ArgumentException(
                $"reinterpreted_batch_ndims is {reinterpreted_batch_ndims}; the batch has {batch.Length} dimensions.", nameof(reinterpreted_batch_ndims));
        (_base, _dims) = (base_distribution, reinterpreted_batch_ndims);
        _init(batch[..^_dims], (long[])[.. batch[^_dims..], .. base_distribution.event_shape]);
    }

    public override torch.Tensor mean => _base.mean;

    public override torch.Tensor mode => _base.mode;

    public override torch.Tensor variance => _base.variance;

    public override torch.Tensor sample(params long[] sample_shape) => _base.sample(sample_shape);

    public override torch.Tensor rsample(params long[] sample_shape) => _base.rsample(sample_shape);

    public override torch.Tensor log_prob(torch.Tensor value) => Sum(_base.log_prob(value));

    public override torch.Tensor entropy() => Sum(_base.entropy());

    public override torch.distributions.Distribution expand(torch.Size batch_shape, torch.distributions.Distribution instance = null)
    {
        var shape = InBatch(batch_shape, instance, [.. event_shape.Take(_dims)]);
        return new Independent(_base.expand(shape), _dims, generator);
    }

    private torch.Tensor Sum(torch.Tensor parts)
    {
        if (_dims == 0)
            return parts;
        using (parts)
            return parts.sum([.. Enumerable.Range(-_dims, _dims).Select(d => (long)d)]);
    }
}
