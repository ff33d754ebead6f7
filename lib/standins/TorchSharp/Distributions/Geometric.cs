#nullable disable annotations

namespace TorchSharp.Modules;

/// <summary>The number of failures before the first success.</summary>
public class Geometric : torch.distributions.Distribution
{
    private readonly BinaryParameter _p;

    public Geometric(torch.Tensor probs = null, torch.Tensor logits = null, torch.Generator generator = null)
        : base(generator)
    {
        _p = new BinaryParameter(probs, logits, Parameters.PositiveProbability, Keep, LogitsToProbs, ProbsToLogits);
        _init(_p.Given.shape);
    }

    public torch.Tensor probs => _p.Probs.alias();

    public torch.Tensor logits => _p.Logits.alias();

    public override torch.Tensor mean
    {
        get
        {
            using var once = _p.Probs.reciprocal();
            return once - 1;
        }
    }

    public override torch.Tensor variance
    {
        get
        {
            using var scope = torch.NewDisposeScope();
            return ((1 - _p.Probs) / _p.Probs.square()).MoveToOuterDisposeScope();
        }
    }

    public override torch.Tensor rsample(params long[] sample_shape)
    {
        using var off = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        var u = Noise.PositiveUniform(ExtendedShape(sample_shape), _p.Probs, generator);
        return (u.log() / (-_p.Probs).log1p()).floor().MoveToOuterDisposeScope();
    }

    public override torch.Tensor log_prob(torch.Tensor value)
    {
        using var scope = torch.NewDisposeScope();
        return (torch.special.xlog1py(value, -_p.Probs) + _p.Probs.log()).MoveToOuterDisposeScope();
    }

    public override torch.Tensor entropy()
    {
        using var cross = BinaryParameter.CrossEntropy(_p.Logits, _p.Probs);
        return cross / _p.Probs;
    }

    public override torch.distributions.Distribution expand(torch.Size batch_shape, torch.distributions.Distribution instance = null)
    {
        using var parameter = _p.Given.expand(InBatch(batch_shape, instance));
        return _p.FromProbs ? new Geometric(parameter, null, generator) : new Geometric(null, parameter, generator);
    }
}
