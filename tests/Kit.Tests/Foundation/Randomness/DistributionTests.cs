using Kit.Foundation.Randomness;

namespace Kit.Tests.Foundation.Randomness;

/// <summary>Frequencies under fixed seeds against the distributions' own: bins of equal probability between SciPy's quantiles, and moments.</summary>
public class DistributionTests
{
    private const int Draws = 40_000;

    public static TheoryData<int> Five => [0, 1, 2, 3, 4];

    [Fact]
    public void Normal_numbers_fall_between_the_quantiles_as_they_should()
    {
        var stream = RandomStream.Of(1, "normal");
        AssertDistribution(Numpy.Doubles(Numpy.Get("quantiles").GetProperty("normal")), mean: 0, variance: 1, stream.Normal);
    }

    [Theory]
    [MemberData(nameof(Five))]
    public void Gamma_numbers_fall_between_the_quantiles_as_they_should(int which)
    {
        var entry = Numpy.Get("quantiles").GetProperty("gamma")[which];
        var shape = entry.GetProperty("shape").GetDouble();
        var stream = RandomStream.Of(1, "gamma", which);
        AssertDistribution(Numpy.Doubles(entry.GetProperty("edges")), mean: shape, variance: shape, () => stream.Gamma(shape));
    }

    [Theory]
    [MemberData(nameof(Five))]
    public void Beta_numbers_fall_between_the_quantiles_as_they_should(int which)
    {
        var entry = Numpy.Get("quantiles").GetProperty("beta")[which];
        var (a, b) = (entry.GetProperty("a").GetDouble(), entry.GetProperty("b").GetDouble());
        var stream = RandomStream.Of(1, "beta", which);
        AssertDistribution(Numpy.Doubles(entry.GetProperty("edges")), mean: a / (a + b), variance: a * b / (a + b) / (a + b) / (a + b + 1), () => stream.Beta(a, b));
    }

    [Fact]
    public void Beta_numbers_of_tiny_shapes_are_numbers()
    {
        // Both gamma numbers are too small for a double most of the time: 0 / 0 must not come out. The mean is a / (a + b) = 1/4.
        var stream = RandomStream.Of(1, "tiny");
        var values = Enumerable.Range(0, Draws).Select(_ => stream.Beta(0.0005, 0.0015)).ToArray();
        Assert.All(values, it => Assert.InRange(it, 0, 1));
        Assert.Equal(0.25, values.Average(), 5 * Math.Sqrt(0.25 * 0.75 / Draws));
    }

    [Fact]
    public void Bernoulli_is_true_as_often_as_said()
    {
        var stream = RandomStream.Of(1, "bernoulli");
        Assert.Equal(0.3 * Draws, Enumerable.Range(0, Draws).Count(_ => stream.Bernoulli(0.3)), 5 * Math.Sqrt(0.3 * 0.7 * Draws));
        Assert.All(Enumerable.Range(0, 1000), _ => Assert.True(stream.Bernoulli(1) && !stream.Bernoulli(0)));
    }

    [Fact]
    public void Categories_come_as_often_as_said_and_those_of_probability_zero_never()
    {
        double[] probabilities = [0, 0.2, 0.5, 0, 0.3, 0];
        var stream = RandomStream.Of(1, "categorical");
        var counts = new int[6];
        for (var i = 0; i < Draws; i++)
            counts[stream.Categorical(probabilities)]++;
        Assert.Equal(0, counts[0] + counts[3] + counts[5]);
        Numpy.AssertFrequencies([0.2 * Draws, 0.5 * Draws, 0.3 * Draws], [counts[1], counts[2], counts[4]]);
    }

    [Fact]
    public void Whole_numbers_come_equally_often()
    {
        var stream = RandomStream.Of(1, "integer");
        var counts = new int[10];
        for (var i = 0; i < Draws; i++)
            counts[stream.Integer(10)]++;
        Numpy.AssertFrequencies([.. Enumerable.Repeat(Draws / 10.0, 10)], counts);
    }

    [Fact]
    public void Every_order_of_four_cards_comes_equally_often()
    {
        var stream = RandomStream.Of(1, "shuffle");
        var counts = new Dictionary<string, int>();
        for (var i = 0; i < Draws; i++)
        {
            var cards = "ABCD".ToCharArray();
            stream.Shuffle(cards.AsSpan());
            counts[new string(cards)] = counts.GetValueOrDefault(new string(cards)) + 1;
        }

        Assert.All(counts.Keys, order => Assert.Equal("ABCD", string.Concat(order.Order())));
        Numpy.AssertFrequencies([.. Enumerable.Repeat(Draws / 24.0, 24)], [.. counts.Values]);
    }

    [Theory]
    [InlineData(new[] { 2.0, 5, 5, 1, 5, 5, 4, 5 }, new[] { 1, 2, 4, 5, 7 })]
    [InlineData(new[] { 0.0, 0, 0, -0.0 }, new[] { 0, 1, 2, 3 })]
    [InlineData(new[] { double.NegativeInfinity, double.NegativeInfinity, double.NegativeInfinity }, new[] { 0, 1, 2 })]
    public void Ties_are_broken_evenly(double[] values, int[] tied)
    {
        var stream = RandomStream.Of(1, "ties");
        var counts = new int[values.Length];
        for (var i = 0; i < Draws; i++)
            counts[stream.ArgMax(values)]++;
        Assert.Equal(Draws, tied.Sum(index => counts[index]));
        Numpy.AssertFrequencies([.. tied.Select(_ => (double)Draws / tied.Length)], [.. tied.Select(index => counts[index])]);
    }

    [Fact]
    public void The_largest_value_is_found_without_a_draw_where_it_is_alone()
    {
        var stream = RandomStream.Of(1, "alone");
        var before = stream.Save();
        Assert.Equal(2, stream.ArgMax([1, 3, double.PositiveInfinity, -4]));
        Assert.Equal(0, stream.ArgMax([-1]));
        Assert.Equal(before, stream.Save());
    }

    [Theory]
    [InlineData(7, "policy", 0, 8, "policy", 0)]
    [InlineData(7, "policy", 0, 7, "policy ", 0)]
    [InlineData(7, "policy", 0, 7, "environment", 0)]
    [InlineData(7, "environment", 0, 7, "environment", 1)]
    [InlineData(0, "a", 1, 1, "a", 0)]
    public void Streams_of_other_seeds_names_and_indices_are_not_correlated(long seed, string name, long index, long otherSeed, string otherName, long otherIndex)
    {
        var (one, other) = (new double[Draws], new double[Draws]);
        RandomStream.Of(seed, name, index).FillNormal(one);
        RandomStream.Of(otherSeed, otherName, otherIndex).FillNormal(other);
        foreach (var lag in new[] { 0, 1, 4 })
            Assert.Equal(0, one.Skip(lag).Zip(other, (x, y) => x * y).Average(), 4.5 / Math.Sqrt(Draws));
    }

    private static void AssertDistribution(double[] edges, double mean, double variance, Func<double> draw)
    {
        var counts = new int[edges.Length + 1];
        var values = new double[Draws];
        for (var i = 0; i < Draws; i++)
        {
            values[i] = draw();
            counts[edges.Count(edge => edge < values[i])]++;
        }

        Numpy.AssertFrequencies([.. Enumerable.Repeat((double)Draws / counts.Length, counts.Length)], counts);
        Assert.Equal(mean, values.Average(), 4.5 * Math.Sqrt(variance / Draws));
        var squares = values.Select(it => (it - mean) * (it - mean)).ToArray();
        var spread = Math.Sqrt(squares.Select(it => (it - variance) * (it - variance)).Average());
        Assert.Equal(variance, squares.Average(), 4.5 * spread / Math.Sqrt(Draws));
    }
}
