#nullable disable annotations

namespace TorchSharp.Modules;

/// <summary>How often each of K categories comes up in <c>total_count</c> draws; parameters as those of <see cref="Categorical"/>.</summary>
public class Multinomial : torch.distributions.Distribution
{
    private readonly int _total;
    private readonly Categorical _categorical;

    public Multinomial(int total_count, torch.Tensor probs = null, torch.Tensor logits = null, torch.Generator generator = null)
        : this(total_count, new Categorical(probs, logits, generator), generator)
    {
    }

    private Multinomial(int total_count, Categorical categorical, torch.Generator generator)
        : base(generator)
    {
        if (total_count < 0)
            throw new ArgumentException($"total_count is {total_count}; it must not be negative.", nameof(total_count));
        _total = total_count;
        _categorical = categorical;
        _init(categorical.batch_shape, categorical.param_shape[^1..]);
    }

    public torch.Tensor probs => _categorical.probs;

    public torch.Tensor logits => _categorical.logits;

    public long[] param_shape => _categorical.param_shape;

    public override torch.Tensor mean => _categorical.Probs * _total;

    public override torch.Tensor variance
    {
        get
        {
            using var scope = torch.NewDisposeScope();
            return (_categorical.Probs * (1 - _categorical.Probs) * _total).MoveToOuterDisposeScope();
        }
    }

    /// <summary>Counts that add up to <c>total_count</c> along the last dimension.</summary>
    public override torch.Tensor rsample(params long[] sample_shape)
    {
        using var off = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        var draws = _categorical.rsample([.. sample_shape, _total]); // [sample, total, batch]
        var last = draws;
        for (var i = sample_shape.Length; i < draws.ndim - 1; i++)
            last = last.transpose(i, i + 1); // [sample, batch, total]
        var zeros = Noise.Full(ExtendedShape(sample_shape), _categorical.Probs, 0);
        return zeros.scatter_add(-1, last, Noise.Full(last.shape, _categorical.Probs, 1)).MoveToOuterDisposeScope();
    }

    public override torch.Tensor log_prob(torch.Tensor value)
    {
        using var scope = torch.NewDisposeScope();
        // A category that cannot come up and did not adds 0, not 0 · ∞.
        var logits = _categorical.Logits.clamp(min: -torch.finfo(_categorical.Logits.dtype).max);
        return ((value.sum(-1) + 1).lgamma() - (value + 1).lgamma().sum(-1) + (logits * value).sum(-1)).MoveToOuterDisposeScope();
    }

    public override torch.Tensor entropy()
    {
        using var scope = torch.NewDisposeScope();
        var n = Noise.Full([], _categorical.Probs, _total);
        var factorial = (n + 1).lgamma();
        var total = _categorical.entropy() * _total - factorial;
        var p = _categorical.Probs;
        for (var x = 2; x <= _total; x++) // 0! and 1! have no logarithm to add
        {
            var count = Noise.Full([], p, x);
            var binomial = (factorial - (count + 1).lgamma() - (n - count + 1).lgamma() + count.xlogy(p) + (n - count).xlogy(1 - p)).exp();
            total = total + (binomial * (count + 1).lgamma()).sum(-1);
        }

        return total.MoveToOuterDisposeScope();
    }

    public override torch.distributions.Distribution expand(torch.Size batch_shape, torch.distributions.Distribution instance = null)
    {
        InBatch(batch_shape, instance);
        return new Multinomial(_total, (Categorical)_categorical.expand(batch_shape), generator);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _categorical?.Dispose();
        base.Dispose(disposing);
    }
}
