using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Kit.Foundation.Randomness;

namespace Kit.Tests.Foundation.Randomness;

public class RandomStreamTests
{
    private const double TailBegins = 3.6541528853610088;

    private static RandomStream Stream(long index = 0) => RandomStream.Of(7, "policy", index);

    [Fact]
    public void The_key_is_the_hash_of_seed_index_and_name()
    {
        foreach (var entry in Numpy.Get("keys").EnumerateArray())
        {
            var stream = RandomStream.Of(entry.GetProperty("seed").GetInt64(), entry.GetProperty("name").GetString()!, entry.GetProperty("index").GetInt64());
            Assert.Equal(entry.GetProperty("key").GetString(), stream.Save().Key);
        }
    }

    [Fact]
    public void Bits_are_those_of_numpy()
    {
        var stream = Stream();
        foreach (var expected in Numpy.Get("raw").EnumerateArray())
            Assert.Equal(ulong.Parse(expected.GetString()!, NumberStyles.HexNumber, CultureInfo.InvariantCulture), stream.Bits());
    }

    [Fact]
    public void Uniform_numbers_are_those_of_numpy()
    {
        var stream = Stream();
        Assert.All(Numpy.Doubles(Numpy.Get("uniform")), expected => Assert.Equal(expected, stream.Uniform()));
    }

    [Fact]
    public void Normal_numbers_are_those_of_numpy_to_the_bit_and_beyond_the_layers_to_the_last_digit()
    {
        var expected = Numpy.Get("normal");
        var tail = expected.GetProperty("tail").EnumerateObject().ToDictionary(it => int.Parse(it.Name, CultureInfo.InvariantCulture), it => it.Value.GetDouble());
        var stream = Stream();
        var values = new double[expected.GetProperty("count").GetInt32()];
        stream.FillNormal(values);
        Assert.Equal(Numpy.Doubles(expected.GetProperty("first")), values[..20]);
        Assert.True(tail.Count > 50 && tail.Values.Any(it => it < 0) && tail.Values.Any(it => it > 0));
        Assert.All(tail, it => Assert.Equal(it.Value, values[it.Key], 2e-15));
        var body = values.Where(it => Math.Abs(it) <= TailBegins).ToArray();
        Assert.Equal(values.Length - tail.Count, body.Length);
        Assert.Equal(expected.GetProperty("sha256_without_tail").GetString(), Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(body.AsSpan()))));

        // More bits than numbers: wedges and tails occurred, and took as many as NumPy's.
        var consumed = expected.GetProperty("consumed").GetInt32();
        Assert.True(consumed > values.Length + 4 * tail.Count);
        Assert.Equal(consumed, Consumed(stream.Save()));
    }

    [Fact]
    public void Whole_numbers_are_those_of_the_paper_also_where_candidates_are_refused()
    {
        foreach (var entry in Numpy.Get("integers").EnumerateArray())
        {
            var stream = Stream(entry.GetProperty("index").GetInt64());
            var count = long.Parse(entry.GetProperty("count").GetString()!, CultureInfo.InvariantCulture);
            long[] expected = [.. entry.GetProperty("values").EnumerateArray().Select(it => long.Parse(it.GetString()!, CultureInfo.InvariantCulture))];
            Assert.Equal(expected, expected.Select(_ => count <= int.MaxValue ? stream.Integer((int)count) : stream.Integer(count)));
            if (count == 3L << 61)
                Assert.True(Consumed(stream.Save()) > expected.Length);
        }
    }

    [Fact]
    public void Gamma_numbers_of_shapes_above_one_are_those_of_numpy()
    {
        foreach (var entry in Numpy.Get("gamma").EnumerateArray())
        {
            var stream = Stream();
            Assert.All(Numpy.Doubles(entry.GetProperty("values")), expected => Assert.Equal(expected, stream.Gamma(entry.GetProperty("shape").GetDouble()), expected * 1e-14));
        }
    }

    [Fact]
    public void Beta_numbers_of_shapes_above_one_are_those_of_numpy()
    {
        foreach (var entry in Numpy.Get("beta").EnumerateArray())
        {
            var stream = Stream();
            Assert.All(Numpy.Doubles(entry.GetProperty("values")), expected => Assert.Equal(expected, stream.Beta(entry.GetProperty("a").GetDouble(), entry.GetProperty("b").GetDouble()), 1e-14));
        }
    }

    [Fact]
    public void Categories_are_found_in_the_running_sum()
    {
        var expected = Numpy.Get("categorical");
        var probabilities = Numpy.Doubles(expected.GetProperty("probabilities"));
        var stream = Stream();
        Assert.All(expected.GetProperty("values").EnumerateArray(), value => Assert.Equal(value.GetInt32(), stream.Categorical(probabilities)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(33)]
    [InlineData(1000)]
    public void A_fill_is_so_many_single_draws(int length)
    {
        var (filled, drawn) = (Stream(), Stream());
        for (var before = 0; before < 5; before++)
        {
            Assert.Equal(filled.Bits(), drawn.Bits());
            var (doubles, floats, integers) = (new double[length], new float[length], new long[length]);
            filled.FillUniform(doubles);
            Assert.All(doubles, it => Assert.Equal(drawn.Uniform(), it));
            filled.FillNormal(doubles);
            Assert.All(doubles, it => Assert.Equal(drawn.Normal(), it));
            filled.FillUniform(floats);
            Assert.All(floats, it => Assert.Equal(Math.Floor(drawn.Uniform() * (1 << 24)) / (1 << 24), it));
            filled.FillNormal(floats);
            Assert.All(floats, it => Assert.Equal((float)drawn.Normal(), it));
            filled.FillIntegers(integers, 3L << 61);
            Assert.All(integers, it => Assert.Equal(drawn.Integer(3L << 61), it));
        }

        Assert.Equal(filled.Save(), drawn.Save());
    }

    [Fact]
    public void What_cannot_be_drawn_is_refused()
    {
        var stream = Stream();
        Assert.Throws<ArgumentException>(() => RandomStream.Of(7, " "));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Integer(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Integer(-5L));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Bernoulli(1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Bernoulli(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Gamma(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Gamma(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Gamma(double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Beta(-1, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Beta(2, 0));
        Assert.Contains("add up to 0.9", Assert.Throws<ArgumentException>(() => stream.Categorical([0.5, 0.4])).Message, StringComparison.Ordinal);
        Assert.Contains("probability 1 is -0.5", Assert.Throws<ArgumentException>(() => stream.Categorical([1.5, -0.5])).Message, StringComparison.Ordinal);
        Assert.Contains("probability 0 is NaN", Assert.Throws<ArgumentException>(() => stream.Categorical([double.NaN])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => stream.Categorical([]));
        Assert.Throws<ArgumentException>(() => stream.ArgMax([]));
        Assert.Contains("value 0 is not a number", Assert.Throws<ArgumentException>(() => stream.ArgMax([double.NaN, 1])).Message, StringComparison.Ordinal);
        Assert.Contains("value 2 is not a number", Assert.Throws<ArgumentException>(() => stream.ArgMax([0, 1, double.NaN])).Message, StringComparison.Ordinal);
    }

    private static int Consumed(RandomStreamState state) => 4 * (int.Parse(state.Counter, NumberStyles.HexNumber, CultureInfo.InvariantCulture) - 1) + state.Position;
}
