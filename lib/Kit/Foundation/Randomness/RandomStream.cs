using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Kit.Foundation.Randomness;

/// <summary>
/// A stream of random numbers: Philox 4×64 with ten rounds (Salmon et al. 2011), a counter-based generator. Block <i>n</i> of the stream
/// is a keyed hash of <i>n</i>, so a stream is saved exactly by its key and a counter, and streams with different keys are independent.
/// </summary>
/// <remarks>Key, counter and derived numbers agree with NumPy's <c>Generator(Philox(key=…))</c>. A stream belongs to one thread.</remarks>
public sealed class RandomStream
{
    private readonly ulong _key0, _key1;
    private readonly ulong[] _block = new ulong[4];
    private UInt128 _counter;
    private int _used = 4;

    /// <summary>The stream of a key, at its beginning.</summary>
    internal RandomStream(ulong key0, ulong key1) => (_key0, _key1) = (key0, key1);

    /// <summary>The stream of that name under a seed. Another name, index or seed gives an independent stream.</summary>
    /// <param name="seed">the run's seed</param>
    /// <param name="name">what the numbers are for, for example "environment"</param>
    /// <param name="index">which of several, for example the number of an environment</param>
    public static RandomStream Of(long seed, string name, long index = 0)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var text = Encoding.UTF8.GetBytes(name);
        var bytes = new byte[16 + text.Length];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, seed);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8), index);
        text.CopyTo(bytes.AsSpan(16));
        var hash = SHA256.HashData(bytes);
        return new RandomStream(BinaryPrimitives.ReadUInt64LittleEndian(hash), BinaryPrimitives.ReadUInt64LittleEndian(hash.AsSpan(8)));
    }

    /// <summary>64 random bits.</summary>
    public ulong Bits()
    {
        if (_used == 4)
        {
            Philox.Block(++_counter, _key0, _key1, _block);
            _used = 0;
        }

        return _block[_used++];
    }

    /// <summary>A number in [0, 1), a multiple of 2⁻⁵³.</summary>
    public double Uniform() => (Bits() >> 11) * (1.0 / (1L << 53));

    /// <summary>A whole number in [0, <paramref name="count"/>), without bias (Lemire 2019).</summary>
    public int Integer(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var high = Math.BigMul(Bits(), (ulong)count, out var low);
        if (low < (ulong)count)
        {
            for (var threshold = unchecked(0UL - (ulong)count) % (ulong)count; low < threshold;)
            {
                high = Math.BigMul(Bits(), (ulong)count, out low);
            }
        }

        return (int)high;
    }

    /// <summary>True with probability <paramref name="p"/>.</summary>
    public bool Bernoulli(double p) => Uniform() < p;

    /// <summary>A standard normal number (Marsaglia and Tsang 2000, the ziggurat with 256 layers).</summary>
    public double Normal() => Ziggurat.Normal(this);

    /// <summary>A gamma number of that shape and scale 1 (Marsaglia and Tsang 2000b).</summary>
    public double Gamma(double shape)
    {
        if (!(shape > 0) || double.IsPositiveInfinity(shape))
            throw new ArgumentOutOfRangeException(nameof(shape), shape, "the shape of a gamma distribution is positive");
        if (shape < 1)
            return Gamma(shape + 1) * Math.Pow(1 - Uniform(), 1 / shape);
        var d = shape - 1.0 / 3;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double x, v;
            do
            {
                x = Normal();
                v = 1 + c * x;
            }
            while (v <= 0);
            v = v * v * v;
            var u = 1 - Uniform();
            if (u < 1 - 0.0331 * x * x * x * x || Math.Log(u) < 0.5 * x * x + d * (1 - v + Math.Log(v)))
                return d * v;
        }
    }

    /// <summary>A beta number, by two gamma numbers.</summary>
    public double Beta(double a, double b)
    {
        var x = Gamma(a);
        return x / (x + Gamma(b));
    }

    /// <summary>An index, each with the probability that stands there; the probabilities add up to 1 but for rounding.</summary>
    public int Categorical(ReadOnlySpan<double> probabilities)
    {
        var left = Uniform();
        var last = -1;
        for (var i = 0; i < probabilities.Length; i++)
        {
            if (probabilities[i] > 0)
            {
                last = i;
                if ((left -= probabilities[i]) < 0)
                    return i;
            }
        }

        return last >= 0 ? last : throw new ArgumentException("no probability is positive", nameof(probabilities));
    }

    /// <summary>The index of the largest value; among equal ones each with the same chance, for a fixed rule would favour the first.</summary>
    public int ArgMax(ReadOnlySpan<double> values)
    {
        var (best, ties) = (0, 1);
        for (var i = 1; i < values.Length; i++)
        {
            if (values[i] > values[best])
                (best, ties) = (i, 1);
            else if (values[i] == values[best] && Integer(++ties) == 0)
                best = i;
        }

        return values.Length > 0 ? best : throw new ArgumentException("nothing to choose from", nameof(values));
    }

    /// <summary>Puts the items in a random order, every order equally likely (Fisher–Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Integer(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>Fills with numbers in [0, 1).</summary>
    public void FillUniform(Span<double> values)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] = Uniform();
    }

    /// <summary>Fills with standard normal numbers.</summary>
    public void FillNormal(Span<double> values)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] = Normal();
    }
}
