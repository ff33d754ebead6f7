#nullable disable annotations

namespace TorchSharp.Modules;

/// <summary>1 with probability <c>probs</c>, else 0.</summary>
public class Bernoulli : torch.distributions.Distribution
{
    private readonly BinaryParameter _p;

    public Bernoulli(torch.Tensor p = null, torch.Tensor l = null, torch.Generator generator = null)
        : base(generator)
    {
        _p = new BinaryParameter(p, l, Parameters.Probability, Keep, LogitsToProbs, ProbsToLogits);
        _init(_p.Given.shape);
    }

    public torch.Tensor probs => _p.Probs.alias();

    public torch.Tensor logits => _p.Logits.alias();

    public override torch.Tensor mean => _p.Probs.alias();

    public override torch.Tensor variance
    {
        get
        {
            using var other = 1 - _p.Probs;
            return _p.Probs * other;
        }
    }

    public override torch.Tensor rsample(params long[] sample_shape)
    {
        using var off = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        return _p.Probs.expand(ExtendedShape(sample_shape)).bernoulli(generator).MoveToOuterDisposeScope();
    }

    public override torch.Tensor log_prob(torch.Tensor value)
    {
        using var cross = BinaryParameter.CrossEntropy(_p.Logits, value);
        return -cross;
    }

    public override torch.Tensor entropy() => BinaryParameter.CrossEntropy(_p.Logits, _p.Probs);

    public override torch.distributions.Distribution expand(torch.Size batch_shape, torch.distributions.Distribution instance = null)
    {
        using var parameter = _p.Given.expand(InBatch(batch_shape, instance));
        return _p.FromProbs ? new Bernoulli(parameter, null, generator) : new Bernoulli(null, parameter, generator);
    }
}
