using static TorchSharp.torch.distributions;

namespace Engine.Tests.Distributions;

/// <summary>Samples follow their distribution: statistics of a fixed seed against the closed forms.</summary>
public class SamplingTests
{
    private const int Draws = 20_000;

    /// <summary>Distributions with a batch of two, one event an element.</summary>
    private static readonly Dictionary<string, Func<Generator, Distribution>> s_numeric = new()
    {
        ["Normal"] = g => Normal(Vector(-1, 2), Vector(0.5, 3), g),
        ["Uniform"] = g => Uniform(Vector(-1, 2), Vector(0.5, 3), g),
        ["Exponential"] = g => Exponential(Vector(0.5, 3), g),
        ["Laplace"] = g => Laplace(Vector(-1, 2), Vector(0.5, 3), g),
        ["Gamma"] = g => Gamma(Vector(0.5, 3), Vector(2, 0.5), g),
        ["Beta"] = g => Beta(Vector(0.5, 3), Vector(2, 1), g),
        ["Gumbel"] = g => Gumbel(Vector(-1, 2), Vector(0.5, 3), g),
        ["LogNormal"] = g => LogNormal(Vector(-1, 0.5), Vector(0.5, 0.25), g),
        ["Bernoulli probs"] = g => Bernoulli(Vector(0.1, 0.6), generator: g),
        ["Bernoulli logits"] = g => Bernoulli(logits: Vector(-2, 0.5), generator: g),
        ["Geometric"] = g => Geometric(Vector(0.2, 0.9), generator: g),
        ["Poisson"] = g => Poisson(Vector(0.5, 30), g),
        ["Dirichlet"] = g => Dirichlet(Vector(0.3, 2), g),
        ["Multinomial"] = g => Multinomial(5, Vector(0.3, 0.7), generator: g),
        ["OneHotCategorical"] = g => OneHotCategorical(logits: Vector(0.3, 2), generator: g),
        ["MultivariateNormal"] = g => MultivariateNormal(Vector(1, 2), tensor([2.0, -0.6, -0.6, 0.5], [2, 2]), generator: g),
        ["Independent"] = g => Independent(Normal(Vector(-1, 2), Vector(0.5, 3), g), 1, g),
    };

    public static TheoryData<string> Names => [.. s_numeric.Keys];

    /// <summary>
    /// Mean: within 4 standard errors. Variance: within 4 standard errors, too, taken from the sample's own fourth moment.
    /// </summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Mean_and_variance_of_samples_are_those_of_the_distribution(string name)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(20240611);
        var distribution = s_numeric[name](generator);
        var drawn = distribution.sample(Draws);
        Assert.Equal([Draws, 2], drawn.shape);
        var values = drawn.to_type(ScalarType.Float64).contiguous().data<double>().ToArray();
        var (means, variances) = (Read(distribution.mean), Read(distribution.variance));
        for (var i = 0; i < 2; i++)
        {
            var column = values.Where((_, j) => j % 2 == i).ToArray();
            var (mean, variance) = (column.Average(), column.Average(x => Math.Pow(x - means[i], 2)));
            var fourth = column.Average(x => Math.Pow(x - means[i], 4));
            Near(means[i], mean, 4 * Math.Sqrt(variances[i] / Draws), $"mean {i}");
            Near(variances[i], variance, 4 * Math.Sqrt((fourth - variance * variance) / Draws), $"variance {i}");
        }
    }

    /// <summary>Chi-square with 3 degrees of freedom stays below 21.1, its quantile of 0.9999, for each of eight seeds.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Categories_come_up_as_often_as_their_probabilities_say(bool fromLogits)
    {
        double[] weights = [0.1, 0.2, 0.3, 0.4];
        for (var seed = 0UL; seed < 8; seed++)
        {
            using var scope = NewDisposeScope();
            using var generator = new Generator(seed);
            var parameter = tensor([.. weights.Select(w => fromLogits ? Math.Log(w) + 7 : 5 * w)], [4]);
            var distribution = fromLogits ? Categorical(logits: parameter, generator: generator) : Categorical(parameter, generator: generator);
            var drawn = distribution.sample(Draws).data<long>().ToArray();
            var square = weights.Select((w, k) => Math.Pow(drawn.Count(x => x == k) - Draws * w, 2) / (Draws * w)).Sum();
            Assert.True(square < 21.1, $"seed {seed}: chi-square {square}");
        }
    }

    [Fact]
    public void Every_row_of_a_batch_is_drawn_from_its_own_categories()
    {
        using var scope = NewDisposeScope();
        var certain = tensor([0, 0, 1, 1, 0, 0, 0, 1, 0.0], [3, 3]);
        var drawn = Categorical(certain).sample(5, 2);
        Assert.Equal([5, 2, 3], drawn.shape);
        Assert.Equal(ScalarType.Int64, drawn.dtype);
        Assert.Equal(Enumerable.Repeat<long[]>([2, 0, 1], 10).SelectMany(row => row), drawn.contiguous().data<long>().ToArray());
    }

    [Fact]
    public void An_excluded_category_never_comes_up()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(1);
        var drawn = Categorical(logits: Vector(0.3, double.NegativeInfinity, 0.1), generator: generator).sample(Draws).data<long>().ToArray();
        Assert.DoesNotContain(1L, drawn);
        Assert.Contains(0L, drawn);
        Assert.Contains(2L, drawn);
    }

    [Fact]
    public void Half_precision_probabilities_can_be_drawn_from()
    {
        using var scope = NewDisposeScope();
        foreach (var type in (ScalarType[])[ScalarType.Float16, ScalarType.BFloat16])
            Assert.Equal([2, 2], Categorical(Vector(0, 0, 1).to_type(type)).sample(2).data<long>().ToArray());
    }

    [Fact]
    public void Counts_of_a_multinomial_add_up_and_belong_to_their_row()
    {
        using var scope = NewDisposeScope();
        var drawn = Multinomial(7, tensor([0, 1, 0.5, 0.5], [2, 2])).sample(3, 4);
        Assert.Equal([3, 4, 2, 2], drawn.shape);
        var values = drawn.contiguous().data<double>().ToArray();
        for (var i = 0; i < values.Length; i += 4)
        {
            Assert.Equal([0, 7], values[i..(i + 2)]);
            Assert.Equal(7, values[i + 2] + values[i + 3]);
        }
    }

    /// <summary>Concentrations far below 1 leave nearly all the weight to one place, which float32's gamma variables could not tell.</summary>
    [Fact]
    public void A_dirichlet_of_tiny_concentrations_gives_probability_vectors()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(3);
        var drawn = Dirichlet(tensor([1e-4, 1e-4, 2e-4], [3]).to_type(ScalarType.Float32), generator).sample(2000);
        var rows = drawn.to_type(ScalarType.Float64).data<double>().ToArray().Chunk(3).ToArray();
        Assert.All(rows, row => Assert.Equal(1, row.Sum(), 1e-5));
        Near(0.5, rows.Average(row => row[2]), 4 * 0.5 / Math.Sqrt(rows.Length), "mean of the third");
        Assert.True(rows.Count(row => row.Max() > 0.99) > 1950);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_generator_state_gives_the_same_samples_and_leaves_the_global_stream_alone(string name)
    {
        using var scope = NewDisposeScope();
        var before = Generator.Default.get_state().data<byte>().ToArray();
        using var first = new Generator(5);
        using var second = new Generator(5);
        var (a, b) = (s_numeric[name](first), s_numeric[name](second));
        var values = Read(a.sample(50));
        Assert.Equal(values, Read(b.sample(50)));
        var state = first.get_state();
        var next = Read(a.rsample(50));
        Assert.NotEqual(values, next);
        first.set_state(state);
        Assert.Equal(next, Read(a.rsample(50)));
        Assert.Equal(before, Generator.Default.get_state().data<byte>().ToArray());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Without_a_generator_samples_come_from_the_global_stream(string name)
    {
        using var scope = NewDisposeScope();
        using var distribution = s_numeric[name](null!);
        var state = Generator.Default.get_state();
        var values = Read(distribution.sample(3));
        Generator.Default.set_state(state);
        Assert.Equal(values, Read(distribution.sample(3)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Samples_have_no_gradient(string name)
    {
        using var scope = NewDisposeScope();
        Assert.False(s_numeric[name](null!).sample(2).requires_grad);
    }

    private static Tensor Vector(params double[] values) => tensor(values, [values.Length]);

    private static double[] Read(Tensor values) => values.to_type(ScalarType.Float64).contiguous().data<double>().ToArray();

    private static void Near(double expected, double actual, double tolerance, string what) =>
        Assert.True(Math.Abs(actual - expected) <= tolerance, $"{what}: {actual}, expected {expected} ± {tolerance}");
}
