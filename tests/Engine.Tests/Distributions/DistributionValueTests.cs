using Engine.Tests.Operators;
using TorchSharp.Modules;
using static TorchSharp.torch.distributions;

namespace Engine.Tests.Distributions;

/// <summary>Log-probabilities, entropies, moments and cumulative probabilities equal Python's, and so do their gradients.</summary>
public sealed class DistributionValueTests : OperatorFamily
{
    private static readonly string[] s_moments = ["mean", "variance", "stddev"];

    protected override string Family => "distributions";

    protected override IReadOnlyList<OperatorCase> Cases { get; } =
    [
        .. Of("Normal", 2, t => Normal(t[0], t[1]), ["log_prob", "entropy", "cdf", "icdf"], s_moments),
        new("Normal mode", t => Normal(t[0], t[1]).mode),
        .. Of("Uniform", 2, t => Uniform(t[0], t[1]), ["log_prob", "entropy", "cdf", "icdf"], s_moments),
        new("Uniform outside", t => [Uniform(t[0], t[1]).log_prob(t[2]), Uniform(t[0], t[1]).cdf(t[2])]),
        .. Of("Exponential", 1, t => Exponential(t[0]), ["log_prob", "entropy", "cdf", "icdf"], s_moments),
        .. Of("Laplace", 2, t => Laplace(t[0], t[1]), ["log_prob", "entropy", "cdf", "icdf"], s_moments),
        .. Of("Gamma", 2, t => Gamma(t[0], t[1]), ["log_prob", "entropy", "cdf"], s_moments),
        new("Gamma sample is positive", t => Gamma(t[0], t[0]).sample() > 0),
        new("Gamma mode", t => Gamma(t[0], t[1]).mode),
        .. Of("Beta", 2, t => Beta(t[0], t[1]), ["log_prob", "entropy"], s_moments),
        new("Beta mode", t => Beta(t[0], t[1]).mode),
        .. Of("Dirichlet", 1, t => Dirichlet(t[0]), ["log_prob", "entropy"], s_moments),
        new("Dirichlet mode", t => Dirichlet(t[0]).mode),
        .. Of("Gumbel", 2, t => Gumbel(t[0], t[1]), ["log_prob", "entropy", "cdf", "icdf"], s_moments),
        .. Of("LogNormal", 2, t => LogNormal(t[0], t[1]), ["log_prob", "entropy", "cdf", "icdf"], s_moments),
        new("LogNormal mode", t => LogNormal(t[0], t[1]).mode),
        .. Of("Bernoulli probs", 1, t => Bernoulli(t[0]), ["log_prob", "entropy"], s_moments),
        .. Of("Bernoulli logits", 1, t => Bernoulli(logits: t[0]), ["log_prob", "entropy"], s_moments),
        new("Bernoulli conversions", t => [Bernoulli(t[0]).logits, Bernoulli(logits: t[1]).probs]),
        new("Bernoulli extreme logits", t => Bernoulli(logits: t[0]).log_prob(t[1])),
        new("Bernoulli certain", t => [Bernoulli(t[0]).log_prob(t[1]), Bernoulli(t[0]).entropy()]),
        .. Of("Geometric probs", 1, t => Geometric(t[0]), ["log_prob", "entropy"], s_moments),
        .. Of("Geometric logits", 1, t => Geometric(logits: t[0]), ["log_prob", "entropy"], s_moments),
        new("Geometric conversions", t => [Geometric(t[0]).logits, Geometric(logits: t[1]).probs]),
        new("Geometric certain", t => Geometric(t[0]).log_prob(t[1])),
        .. Of("Poisson", 1, t => Poisson(t[0]), ["log_prob", "cdf"], ["mean", "variance"]),
        new("Poisson mode", t => Poisson(t[0]).mode),
        .. Of("Categorical probs", 1, t => Categorical(t[0]), ["log_prob", "entropy", "perplexity"], ["probs", "logits"]),
        .. Of("Categorical logits", 1, t => Categorical(logits: t[0]), ["log_prob", "entropy", "perplexity"], ["probs", "logits"]),
        new("Categorical extreme logits", t => [Categorical(logits: t[0]).log_prob(t[1]), Categorical(logits: t[0]).entropy()]),
        new("Categorical excluded", t => [Categorical(logits: t[0]).log_prob(t[1]), Categorical(logits: t[0]).entropy()]),
        new("Categorical weight 0", t => Categorical(t[0]).log_prob(t[1])),
        new("Categorical broadcast", t => Categorical(logits: t[0]).log_prob(t[1])),
        .. Of("OneHotCategorical probs", 1, t => OneHotCategorical(t[0]), ["log_prob", "entropy"], ["mean", "variance", "probs", "logits"]),
        .. Of("OneHotCategorical logits", 1, t => OneHotCategorical(logits: t[0]), ["log_prob", "entropy"], ["mean", "variance", "probs", "logits"]),
        new("OneHotCategorical mode", t => OneHotCategorical(logits: t[0]).mode),
        .. Of("Multinomial probs", 1, t => Multinomial(4, t[0]), ["log_prob"], ["mean", "variance", "probs", "logits"]),
        new("Multinomial probs entropy", t => Multinomial(4, t[0]).entropy()),
        .. Of("Multinomial logits", 1, t => Multinomial(4, logits: t[0]), ["log_prob"], ["mean", "variance", "probs", "logits"]),
        new("Multinomial logits entropy", t => Multinomial(4, logits: t[0]).entropy()),
        .. Of("MultivariateNormal scale_tril", 2, t => MultivariateNormal(t[0], scale_tril: Lower(t[1])), ["log_prob", "entropy"], ["mean", "variance"]),
        .. Of("MultivariateNormal covariance_matrix", 2, t => MultivariateNormal(t[0], Squared(t[1])), ["log_prob", "entropy"], ["mean", "variance"]),
        .. Of("MultivariateNormal precision_matrix", 2, t => MultivariateNormal(t[0], precision_matrix: Squared(t[1])), ["log_prob", "entropy"],
            ["mean", "variance"]),
        .. Of("Independent", 2, t => Independent(Normal(t[0], t[1]), 1), ["log_prob", "entropy"], ["mean", "variance"]),
        .. Of("Squashed normal", 2,
            t => new TransformedDistribution(Independent(Normal(t[0], t[1]), 1), new transforms.TanhTransform()), ["log_prob"], []),
        .. Of("Composed", 2,
            t => new TransformedDistribution(Normal(t[0], t[1]),
                new transforms.ComposeTransform([new transforms.AffineTransform(1.0, -2.0), new transforms.SigmoidTransform()])),
            ["log_prob", "cdf"], []),
    ];

    /// <summary>The cases that distributions.py's add declares.</summary>
    private static IEnumerable<OperatorCase> Of(string name, int parameters, Func<Tensor[], Distribution> make, string[] methods, string[] moments)
    {
        foreach (var method in methods)
            yield return new OperatorCase($"{name} {method}", t => method switch
            {
                "log_prob" => make(t).log_prob(t[parameters]),
                "cdf" => make(t).cdf(t[parameters]),
                "icdf" => make(t).icdf(t[parameters]),
                "entropy" => make(t).entropy(),
                _ => make(t).perplexity(),
            });
        if (moments.Length > 0)
            yield return new OperatorCase($"{name} moments", t => [.. moments.Select(m => Moment(make(t), m))]);
    }

    private static Tensor Moment(Distribution distribution, string name) => (name, distribution) switch
    {
        ("mean", _) => distribution.mean,
        ("variance", _) => distribution.variance,
        ("stddev", _) => distribution.stddev,
        ("probs", Categorical d) => d.probs,
        ("probs", OneHotCategorical d) => d.probs,
        ("probs", Multinomial d) => d.probs,
        ("logits", Categorical d) => d.logits,
        ("logits", OneHotCategorical d) => d.logits,
        (_, Multinomial d) => d.logits,
        _ => throw new NotSupportedException(name),
    };

    private static Tensor Lower(Tensor matrix) => matrix.tril();

    private static Tensor Squared(Tensor matrix) => Lower(matrix).matmul(Lower(matrix).mT);
}
