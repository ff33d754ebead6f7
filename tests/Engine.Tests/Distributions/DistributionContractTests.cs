using TorchSharp.Modules;
using static TorchSharp.torch.distributions;

namespace Engine.Tests.Distributions;

/// <summary>Shapes, lifetimes, and what is refused.</summary>
public class DistributionContractTests
{
    private const double NaN = double.NaN;
    private const double Infinity = double.PositiveInfinity;

    private static readonly (string Parameter, Func<Distribution> Make)[] s_refused =
    [
        ("probs", () => Categorical(Vector(0.5, NaN))),
        ("probs", () => Categorical(Vector(0.5, Infinity))),
        ("probs", () => Categorical(Vector(0.5, -0.1))),
        ("probs", () => Categorical(Vector(0, 0))),
        ("probs", () => Categorical(tensor([0.5, 0.5, 0, 0], [2, 2]))),
        ("probs", () => Categorical(tensor([0.5], []))),
        ("probs", () => Categorical(zeros(2, 0))),
        ("probs", () => Categorical(Vector(1, 2).to_type(ScalarType.Int64))),
        ("probs", () => Categorical()),
        ("probs", () => Categorical(Vector(1, 2), Vector(1, 2))),
        ("logits", () => Categorical(logits: Vector(0.5, NaN))),
        ("logits", () => Categorical(logits: Vector(0.5, Infinity))),
        ("logits", () => Categorical(logits: Vector(-Infinity, -Infinity))),
        ("logits", () => Categorical(logits: tensor([0.5], []))),
        ("categories", () => Categorical(0)),
        ("probs", () => OneHotCategorical(Vector(0.5, NaN))),
        ("logits", () => Multinomial(3, logits: Vector(0.5, NaN))),
        ("total_count", () => Multinomial(-1, Vector(0.5, 0.5))),
        ("probs", () => Bernoulli(Vector(0.5, NaN))),
        ("probs", () => Bernoulli(Vector(0.5, 1.1))),
        ("probs", () => Bernoulli(-0.1f, null)),
        ("probs", () => Bernoulli((double?)null, null)),
        ("logits", () => Bernoulli(logits: Vector(0.5, Infinity))),
        ("probs", () => Geometric(Vector(0.5, 0))),
        ("logits", () => Geometric(logits: Vector(NaN))),
        ("loc", () => Normal(NaN, 1)),
        ("loc", () => Normal(Infinity, 1)),
        ("scale", () => Normal(0.0, 0)),
        ("scale", () => Normal(0.0, -1)),
        ("scale", () => Normal(0.0, NaN)),
        ("scale", () => Normal(Vector(1, 2), Vector(1, 2, 3))),
        ("loc", () => Normal(null, Vector(1, 2, 3))),
        ("low", () => Uniform(Vector(NaN), Vector(1))),
        ("high", () => Uniform(Vector(0), Vector(Infinity))),
        ("high", () => Uniform(Vector(1), Vector(1))),
        ("rate", () => Exponential(Vector(0))),
        ("rate", () => Poisson(Vector(-1))),
        ("rate", () => Poisson(Infinity)),
        ("concentration", () => Gamma(Vector(0), Vector(1))),
        ("rate", () => Gamma(Vector(1), Vector(NaN))),
        ("concentration1", () => Beta(Vector(0), Vector(1))),
        ("concentration0", () => Beta(Vector(1), Vector(-1))),
        ("concentration", () => Dirichlet(Vector(1, NaN))),
        ("concentration", () => Dirichlet(tensor([1.0], []))),
        ("loc", () => Laplace(NaN)),
        ("scale", () => Laplace(0.0, 0)),
        ("scale", () => Gumbel(Vector(0), Vector(0))),
        ("scale", () => LogNormal(Vector(0), Vector(-1))),
        ("covariance_matrix", () => MultivariateNormal(Vector(0, 0))),
        ("covariance_matrix", () => MultivariateNormal(Vector(0, 0), tensor([1.0, 2, 2, 1], [2, 2]))),
        ("covariance_matrix", () => MultivariateNormal(Vector(0, 0), tensor([1.0, 0.5, 0, 1], [2, 2]))),
        ("covariance_matrix", () => MultivariateNormal(Vector(0, 0), tensor([1.0], [1, 1]))),
        ("covariance_matrix", () => MultivariateNormal(Vector(0, 0), tensor([1, NaN, NaN, 1], [2, 2]))),
        ("precision_matrix", () => MultivariateNormal(Vector(0, 0), precision_matrix: tensor([-1.0, 0, 0, 1], [2, 2]))),
        ("scale_tril", () => MultivariateNormal(Vector(0, 0), scale_tril: tensor([1.0, 1, 0, 1], [2, 2]))),
        ("scale_tril", () => MultivariateNormal(Vector(0, 0), scale_tril: tensor([1.0, 0, 0, 0], [2, 2]))),
        ("loc", () => MultivariateNormal(Vector(0, NaN), scale_tril: tensor([1.0, 0, 0, 1], [2, 2]))),
        ("reinterpreted_batch_ndims", () => Independent(Normal(0.0), 1)),
        ("base_distribution", () => Independent(null, 0)),
        ("scale", () => new TransformedDistribution(Normal(0.0), new transforms.AffineTransform(0.0, 0))),
    ];

    private static readonly (string Name, Distribution Distribution, Tensor Value, long[] Event)[] s_batches = Batches();

    public static TheoryData<int> Refused => [.. Enumerable.Range(0, s_refused.Length)];

    public static TheoryData<int> Expandable => [.. Enumerable.Range(0, s_batches.Length)];

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_parameter_that_no_distribution_can_have_is_refused_by_name(int index)
    {
        using var scope = NewDisposeScope();
        var (parameter, make) = s_refused[index];
        var refusal = Assert.ThrowsAny<ArgumentException>(() => make());
        Assert.Equal(parameter, refusal.ParamName);
    }

    [Theory]
    [MemberData(nameof(Expandable))]
    public void Shapes_are_sample_then_batch_then_event(int index)
    {
        using var scope = NewDisposeScope();
        var (_, distribution, value, events) = s_batches[index];
        Assert.Equal([2], distribution.batch_shape.Shape);
        Assert.Equal(events, distribution.event_shape.Shape);
        Assert.Equal([2, .. events], distribution.sample().shape);
        Assert.Equal([4, 3, 2, .. events], distribution.sample(4, 3).shape);
        Assert.Equal([4, 3, 2, .. events], distribution.rsample(new Size((long[])[4, 3])).shape);
        Assert.Equal([0, 2, .. events], distribution.sample(0).shape);
        Assert.Equal([2], distribution.log_prob(value).shape);
        Assert.Equal([4, 3, 2], distribution.log_prob(distribution.sample(4, 3)).shape);
    }

    [Theory]
    [MemberData(nameof(Expandable))]
    public void An_expanded_distribution_is_the_same_one_in_a_larger_batch(int index)
    {
        using var scope = NewDisposeScope();
        var (_, distribution, value, events) = s_batches[index];
        using var expanded = distribution.expand(new Size((3, 2)));
        Assert.Equal([3, 2], expanded.batch_shape.Shape);
        Assert.Equal(events, expanded.event_shape.Shape);
        Assert.Equal([5, 3, 2, .. events], expanded.sample(5).shape);
        var once = distribution.log_prob(value).data<double>().ToArray();
        var thrice = expanded.log_prob(value.expand([3, 2, .. events])).contiguous().data<double>().ToArray();
        Assert.All(thrice.Zip((double[])[.. once, .. once, .. once]), pair => Assert.Equal(pair.Second, pair.First, 1e-12));
        Assert.Throws<NotSupportedException>(() => distribution.expand(new Size((3, 2)), expanded));
    }

    [Fact]
    public void A_value_of_another_shape_is_refused()
    {
        using var scope = NewDisposeScope();
        var distribution = Categorical(tensor([0.5, 0.5, 0.1, 0.9], [2, 2]));
        Assert.Equal("value", Assert.Throws<ArgumentException>(() => distribution.log_prob(tensor([0.0, 1, 0], [3]))).ParamName);
    }

    [Fact]
    public void A_category_that_there_is_not_is_refused()
    {
        using var scope = NewDisposeScope();
        var distribution = Categorical(Vector(0.5, 0.5));
        Assert.ThrowsAny<Exception>(() => distribution.log_prob(Vector(2)));
        Assert.ThrowsAny<Exception>(() => distribution.log_prob(Vector(-1)));
    }

    [Fact]
    public void Categories_alone_are_all_alike()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([0.25f, 0.25f, 0.25f, 0.25f], Categorical(4).probs.data<float>().ToArray());
        Assert.Equal(Math.Log(4), Categorical(4).entropy().item<float>(), 1e-6);
        Assert.Equal([0.5f, 0.5f], Multinomial(3, 2).probs.data<float>().ToArray());
    }

    [Fact]
    public void Categories_have_no_mean()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([NaN, NaN], s_batches[0].Distribution.mean.contiguous().data<double>().ToArray());
        Assert.Equal([NaN, NaN], s_batches[0].Distribution.variance.contiguous().data<double>().ToArray());
    }

    [Fact]
    public void Numbers_make_distributions_of_their_own_precision()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(ScalarType.Float32, Normal(0f, 2f).sample(3).dtype);
        Assert.Equal(ScalarType.Float64, Normal(0d, 2d).sample(3).dtype);
        Assert.Equal(ScalarType.Float32, Laplace(0f).rsample(3).dtype);
        Assert.Equal(ScalarType.Float64, Bernoulli(0.5, null).sample(3).dtype);
        Assert.Equal(ScalarType.Float32, Bernoulli(null, 0.5f).sample(3).dtype);
        Assert.Equal(ScalarType.Float32, Poisson(1f).sample(3).dtype);
        Assert.Equal(ScalarType.Float64, Poisson(1d).sample(3).dtype);
    }

    [Fact]
    public void A_distribution_outlives_its_parameters_the_scope_it_was_made_in_and_what_its_properties_returned()
    {
        Categorical categorical;
        Normal normal;
        using (NewDisposeScope())
        {
            var parameter = Vector(0.25, 0.75);
            categorical = Categorical(parameter);
            normal = Normal(parameter, parameter);
            parameter.Dispose();
            categorical.entropy().Dispose(); // computes the logits, inside the scope
        }

        categorical.probs.Dispose();
        categorical.logits.Dispose();
        normal.mean.Dispose();
        normal.stddev.Dispose();
        using var scope = NewDisposeScope();
        Assert.Equal(Math.Log(0.75), categorical.log_prob(tensor([1.0], [])).item<double>(), 1e-12);
        Assert.Equal([0.25, 0.75], categorical.probs.data<double>().ToArray());
        Assert.Equal([0.25, 0.75], normal.mean.data<double>().ToArray());
        categorical.Dispose();
        normal.Dispose();
    }

    [Fact]
    public void A_disposed_distribution_throws_and_disposing_it_twice_is_harmless()
    {
        using var scope = NewDisposeScope();
        var distribution = Normal(0.0);
        distribution.Dispose();
        distribution.Dispose();
        Assert.Throws<ObjectDisposedException>(() => distribution.sample());
    }

    [Theory]
    [MemberData(nameof(Expandable))]
    public void No_intermediate_tensor_is_left_behind(int index)
    {
        var (_, distribution, value, _) = s_batches[index];
        distribution.log_prob(value).Dispose(); // what is kept from then on
        using var scope = NewDisposeScope();
        var results = new List<Tensor> { distribution.sample(3), distribution.rsample(3), distribution.log_prob(value), distribution.variance };
        Assert.Equal(results.Count, scope.DisposablesCount);
    }

    [Fact]
    public void What_has_no_closed_form_says_so()
    {
        using var scope = NewDisposeScope();
        Assert.Throws<NotSupportedException>(() => Poisson(1.0).entropy());
        Assert.Throws<NotSupportedException>(() => Categorical(3).cdf(Vector(1)));
        Assert.Throws<NotSupportedException>(() => Categorical(3).icdf(Vector(1)));
        Assert.Throws<NotSupportedException>(() => Categorical(3).enumerate_support());
        Assert.Throws<NotSupportedException>(() => Categorical(3).mode);
    }

    private static (string, Distribution, Tensor, long[])[] Batches()
    {
        var (low, high) = (Vector(0.2, 0.4), Vector(1.5, 0.9));
        var rows = tensor([0.2, 0.3, 0.5, 0.1, 0.6, 0.3], [2, 3]);
        var oneHot = tensor([0, 1, 0, 0, 0, 1.0], [2, 3]);
        var ones = Vector(1, 1);
        var root = tensor([1, 0, 0, 0.5, 2, 0, 0, 0, 1.0], [3, 3]);
        (string, Distribution, Tensor, long[])[] batches =
        [
            ("Categorical", Categorical(rows), Vector(2, 0), []),
            ("Categorical logits", Categorical(logits: rows), Vector(2, 0), []),
            ("Bernoulli", Bernoulli(low), ones, []),
            ("Bernoulli logits", Bernoulli(logits: low), ones, []),
            ("Geometric", Geometric(low), ones, []),
            ("Normal", Normal(low, high), ones, []),
            ("Uniform", Uniform(low, high), Vector(0.5, 0.5), []),
            ("Exponential", Exponential(low), ones, []),
            ("Poisson", Poisson(low), ones, []),
            ("Gamma", Gamma(low, high), ones, []),
            ("Beta", Beta(low, high), Vector(0.5, 0.5), []),
            ("Laplace", Laplace(low, high), ones, []),
            ("LogNormal", LogNormal(low, high), ones, []),
            ("Gumbel", Gumbel(low, high), ones, []),
            ("Dirichlet", Dirichlet(rows), rows, [3]),
            ("OneHotCategorical", OneHotCategorical(rows), oneHot, [3]),
            ("OneHotCategorical logits", OneHotCategorical(logits: rows), oneHot, [3]),
            ("Multinomial", Multinomial(1, rows), oneHot, [3]),
            ("MultivariateNormal", MultivariateNormal(rows, scale_tril: root), rows, [3]),
            ("Independent", Independent(Normal(rows, rows), 1), rows, [3]),
        ];
        return batches;
    }

    private static Tensor Vector(params double[] values) => tensor(values, [values.Length]);
}
