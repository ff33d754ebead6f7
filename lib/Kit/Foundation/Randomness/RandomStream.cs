using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace Kit.Foundation.Randomness;

/// <summary>
/// A stream of random numbers: Philox 4×64 with ten rounds (Salmon et al. 2011), a counter-based generator. Block <i>n</i> of the stream
/// is a keyed hash of <i>n</i>, so a stream is saved exactly by its key and a counter, and streams with different keys are independent.
/// </summary>
/// <remarks>
/// <para>NumPy draws the same numbers. <c>RandomStream.Of(7, "policy")</c> is there</para>
/// <code>
/// import hashlib, struct, numpy
/// key = hashlib.sha256(struct.pack("&lt;qq", 7, 0) + b"policy").digest()[:16]      # seed, index, name
/// generator = numpy.random.Generator(numpy.random.Philox(key=int.from_bytes(key, "little")))
/// </code>
/// <para>with <c>generator.random()</c> for <see cref="Uniform"/>, <c>standard_normal()</c> for <see cref="Normal"/>, <c>standard_gamma(shape)</c>
/// for <see cref="Gamma"/> where the shape is above 1, and <c>bit_generator.random_raw()</c> for <see cref="Bits"/>. Whole numbers differ:
/// NumPy takes 32 bits for ranges up to 2³².</para>
/// <para>Bits, uniform and whole numbers, choices and shuffles are the same on every machine, and so are normal numbers up to
/// ±3.654: they need multiplication only, and <see cref="Math.Exp"/> only to decide, on 1.5 % of them, between candidates (a last digit
/// there matters less than once in 10¹⁵ draws). The one normal number in 4,000 beyond uses <see cref="Math.Log(double)"/>, and gamma and beta numbers use
/// <see cref="Math.Log(double)"/>, <see cref="Math.Exp"/> or <see cref="Math.Pow"/> of the platform's C library: their last digit may differ between
/// operating systems.</para>
/// <para>A stream belongs to one thread.</para>
/// </remarks>
public sealed class RandomStream
{
    /// <summary>Blocks computed at a time: the processor works on several at once, for they do not depend on one another.</summary>
    private const int Blocks = 8;

    private readonly ulong[] _numbers = new ulong[4 * Blocks];
    private ulong _key0, _key1;
    private UInt128 _counter; // of the last block in _numbers
    private int _used = 4 * Blocks;

    private RandomStream(ulong key0, ulong key1) => (_key0, _key1) = (key0, key1);

    /// <summary>The stream of that name under a seed. Another name, index or seed gives an independent stream.</summary>
    /// <param name="seed">the run's seed</param>
    /// <param name="name">what the numbers are for, for example "environment"</param>
    /// <param name="index">which of several, for example the number of an environment</param>
    /// <remarks>The key is the first 16 bytes of SHA-256 over seed and index (8 bytes each, lowest first) and the name in UTF-8.</remarks>
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

    /// <summary>A stream that goes on where another was saved.</summary>
    /// <exception cref="FormatException">The state is not one; the message names the field.</exception>
    public static RandomStream Restore(RandomStreamState state)
    {
        var key = Hexadecimal(state.Key, nameof(state.Key));
        var stream = new RandomStream((ulong)key, (ulong)(key >> 64)) { _counter = Hexadecimal(state.Counter, nameof(state.Counter)) };
        if (state.Position is < 0 or > 4)
            throw new FormatException($"Position of a random stream is {state.Position}; a block has the positions 0 to 4.");
        if (state.Position < 4)
        {
            stream._counter--;
            stream.Refill();
            stream._used = state.Position;
        }

        return stream;
    }

    /// <summary>Where the stream stands.</summary>
    public RandomStreamState Save()
    {
        var block = Math.Max(0, _used - 1) / 4;
        return new RandomStreamState($"{new UInt128(_key1, _key0):x32}", $"{_counter - (UInt128)(Blocks - 1 - block):x32}", _used - 4 * block);
    }

    /// <summary>64 random bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Bits()
    {
        if (_used >= _numbers.Length)
            Refill();
        return _numbers[_used++];
    }

    /// <summary>A number in [0, 1), a multiple of 2⁻⁵³.</summary>
    public double Uniform() => (long)(Bits() >> 11) * (1.0 / (1L << 53));

    /// <summary>A whole number in [0, <paramref name="count"/>), without bias (Lemire, "Fast random integer generation in an interval", 2019).</summary>
    public int Integer(int count) => (int)Integer((long)count);

    /// <inheritdoc cref="Integer(int)"/>
    public long Integer(long count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var range = (ulong)count;
        var high = Math.BigMul(Bits(), range, out var low);
        if (low < range)
        {
            for (var threshold = unchecked(0 - range) % range; low < threshold;)
                high = Math.BigMul(Bits(), range, out low);
        }

        return (long)high;
    }

    /// <summary>True with probability <paramref name="p"/>.</summary>
    public bool Bernoulli(double p) => p is >= 0 and <= 1
        ? Uniform() < p
        : throw new ArgumentOutOfRangeException(nameof(p), p, "a probability lies between 0 and 1");

    /// <summary>A standard normal number (Marsaglia and Tsang 2000, the ziggurat with 256 layers).</summary>
    public double Normal() => Ziggurat.Normal(this);

    /// <summary>A gamma number of that shape and scale 1 (Marsaglia and Tsang, "A simple method for generating gamma variables", 2000).</summary>
    /// <param name="shape">above 0; the numbers of a shape far below 1 may be too small for a double and come out as 0</param>
    public double Gamma(double shape)
    {
        if (!(shape > 0) || double.IsPositiveInfinity(shape))
            throw new ArgumentOutOfRangeException(nameof(shape), shape, "the shape of a gamma distribution is positive and finite");
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
            var u = Uniform();
            if (u < 1 - 0.0331 * (x * x) * (x * x) || Math.Log(u) < 0.5 * x * x + d * (1 - v + Math.Log(v)))
                return d * v;
        }
    }

    /// <summary>A beta number, by two gamma numbers.</summary>
    /// <param name="a">above 0, one more than the successes counted from a uniform prior</param>
    /// <param name="b">above 0, one more than the failures</param>
    public double Beta(double a, double b)
    {
        if (a < 1 && b < 1)
            return 1 / (1 + Math.Exp(-LogGamma(a) + LogGamma(b)));
        var x = Gamma(a);
        return x / (x + Gamma(b));
    }

    /// <summary>The logarithm of a gamma number of a shape below 1, which may itself be too small for a double.</summary>
    private double LogGamma(double shape) => shape > 0
        ? Math.Log(Gamma(shape + 1)) + Math.Log(1 - Uniform()) / shape
        : throw new ArgumentOutOfRangeException(nameof(shape), shape, "the shapes of a beta distribution are positive");

    /// <summary>An index, each with the probability that stands there.</summary>
    /// <param name="probabilities">none negative; they add up to 1 but for rounding (10⁻⁴, so that single-precision softmaxes pass)</param>
    public int Categorical(ReadOnlySpan<double> probabilities)
    {
        var sum = 0.0;
        for (var i = 0; i < probabilities.Length; i++)
        {
            if (!(probabilities[i] >= 0))
                throw new ArgumentException($"probability {i} is {probabilities[i]}", nameof(probabilities));
            sum += probabilities[i];
        }

        if (!(Math.Abs(sum - 1) <= 1e-4))
            throw new ArgumentException($"the {probabilities.Length} probabilities add up to {sum}, not to 1", nameof(probabilities));
        var left = Uniform() * sum;
        var last = 0;
        for (var i = 0; i < probabilities.Length; i++)
        {
            if (probabilities[i] > 0)
            {
                last = i;
                if ((left -= probabilities[i]) < 0)
                    break;
            }
        }

        return last;
    }

    /// <summary>The index of the largest value; among equal ones each with the same chance, for a fixed rule would favour the first.</summary>
    public int ArgMax(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty)
            throw new ArgumentException("nothing to choose from", nameof(values));
        var (best, ties) = (0, 1);
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i]))
                throw new ArgumentException($"value {i} is not a number", nameof(values));
            if (values[i] > values[best])
                (best, ties) = (i, 1);
            else if (i > 0 && values[i] == values[best] && Integer(++ties) == 0)
                best = i;
        }

        return best;
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

    /// <summary>Fills with numbers in [0, 1): the same as so many calls of <see cref="Uniform"/>.</summary>
    public void FillUniform(Span<double> values)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] = Uniform();
    }

    /// <summary>Fills with numbers in [0, 1), multiples of 2⁻²⁴: those of <see cref="Uniform"/>, cut off there so that none is rounded up to 1.</summary>
    public void FillUniform(Span<float> values)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] = (int)(Bits() >> 40) * (1f / (1 << 24));
    }

    /// <summary>Fills with standard normal numbers: the same as so many calls of <see cref="Normal"/>.</summary>
    public void FillNormal(Span<double> values)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] = Ziggurat.Normal(this);
    }

    /// <summary>Fills with standard normal numbers: those of <see cref="Normal"/>, rounded.</summary>
    public void FillNormal(Span<float> values)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] = (float)Ziggurat.Normal(this);
    }

    /// <summary>Fills with whole numbers in [0, <paramref name="count"/>): the same as so many calls of <see cref="Integer(long)"/>.</summary>
    public void FillIntegers(Span<long> values, long count)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] = Integer(count);
    }

    /// <summary>Becomes a copy of another stream, so that everybody who holds this one goes on from there.</summary>
    internal void Become(RandomStream other)
    {
        (_key0, _key1, _counter, _used) = (other._key0, other._key1, other._counter, other._used);
        other._numbers.CopyTo(_numbers, 0);
    }

    private static UInt128 Hexadecimal(string? text, string field) =>
        text is { Length: 32 } && UInt128.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new FormatException($"{field} of a random stream is '{text}'; 32 hexadecimal digits are expected.");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Refill()
    {
        for (var i = 0; i < _numbers.Length; i += 4)
        {
            _counter++;
            Philox.Block((ulong)_counter, (ulong)(_counter >> 64), 0, 0, _key0, _key1, _numbers.AsSpan(i, 4));
        }

        _used = 0;
    }
}
