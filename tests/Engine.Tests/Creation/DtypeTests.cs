namespace Engine.Tests.Creation;

public class DtypeTests
{
    [Fact]
    public void Limits_of_the_floating_point_types_are_those_of_the_standards()
    {
        Assert.Equal((16, 65504.0, 0.0009765625, 6.103515625e-05, 1e-3), Of(float16));
        Assert.Equal((16, 3.3895313892515355e38, 0.0078125, 1.1754943508222875e-38, 1e-2), Of(bfloat16));
        Assert.Equal((32, float.MaxValue, 1.1920928955078125e-07, 1.1754943508222875e-38, 1e-6), Of(float32));
        Assert.Equal((64, double.MaxValue, 2.220446049250313e-16, 2.2250738585072014e-308, 1e-15), Of(float64));
        Assert.Equal(Of(float32), Of(complex64));
        Assert.Throws<ArgumentException>(() => finfo(int64));

        static (int, double, double, double, double) Of(ScalarType type)
        {
            var info = finfo(type);
            Assert.Equal(-info.max, info.min);
            Assert.Equal(info.tiny, info.smallest_normal);
            return (info.bits, info.max, info.eps, info.tiny, info.resolution);
        }
    }

    [Fact]
    public void Kinds_and_sizes_of_dtypes()
    {
        ScalarType[] all = [uint8, int8, int16, int32, int64, float16, bfloat16, float32, float64, complex64, complex128, ScalarType.Bool];
        Assert.Equal([1, 1, 2, 4, 8, 2, 2, 4, 8, 8, 16, 1], all.Select(t => t.ElementSize()));
        Assert.Equal([uint8, int8, int16, int32, int64, ScalarType.Bool], all.Where(t => is_integral(t)));
        Assert.Equal([float16, bfloat16, float32, float64], all.Where(t => is_floating_point(t)));
        Assert.Equal([complex64, complex128], all.Where(t => is_complex(t)));
        Assert.Equal([255, 127, 32767, int.MaxValue, long.MaxValue], all.Take(5).Select(max_int_value));
        Assert.Throws<ArgumentException>(() => max_int_value(float32));
        foreach (var type in all)
        {
            using var x = zeros(3, dtype: type);
            Assert.Equal(type.ElementSize(), x.element_size());
            Assert.Equal((is_integral(type), is_floating_point(type), is_complex(type)), (x.is_integral(), x.is_floating_point(), x.is_complex()));
        }
    }

    [Theory]
    [InlineData(1f, 0x3F80)]
    [InlineData(-2f, 0xC000)]
    [InlineData(1.00390625f, 0x3F80)] // 1 + 2^-8, halfway: to the even neighbour below
    [InlineData(1.01171875f, 0x3F82)] // 1 + 3 * 2^-8, halfway: to the even neighbour above
    [InlineData(1.00390637f, 0x3F81)] // just above halfway
    [InlineData(3.4028235e38f, 0x7F80)] // float32's largest number rounds to infinity
    [InlineData(3.3895314e38f, 0x7F7F)]
    [InlineData(float.PositiveInfinity, 0x7F80)]
    [InlineData(float.NaN, 0x7FC0)]
    [InlineData(-0f, 0x8000)]
    [InlineData(1e-45f, 0x0000)]
    [InlineData(9.2e-41f, 0x0001)]
    public void Bfloat16_rounds_to_nearest_and_ties_to_even(float value, int bits)
    {
        var rounded = new BFloat16(value);
        var expected = BFloat16.FromRawValue((ushort)bits);
        Assert.True(rounded.Equals(expected), $"{rounded} instead of {expected}");
        Assert.Equal(float.IsNegative(value) && !float.IsNaN(value), float.IsNegative(rounded.ToSingle()));
    }

    [Fact]
    public void Bfloat16_rounds_as_libtorch_does()
    {
        using var scope = NewDisposeScope();
        var random = new System.Random(5);
        var values = Enumerable.Range(0, 5000).Select(_ => BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue)))
            .Where(float.IsFinite).ToArray();
        Assert.Equal(tensor(values).bfloat16().data<BFloat16>().ToArray(), values.Select(v => new BFloat16(v)));
    }

    [Fact]
    public void Bfloat16_counts_and_compares_like_a_number()
    {
        BFloat16 a = new(3), b = new(2);
        Assert.Equal([5f, 1, 6, 1.5f, 1, -3], new[] { a + b, a - b, a * b, a / b, a % b, -a }.Select(x => x.ToSingle()));
        Assert.True(a > b && b < a && a >= b && b <= a && a != b && !(a == b));
        Assert.False(BFloat16.NaN == BFloat16.FromRawValue(0x7FC0));
        Assert.True(BFloat16.NaN.Equals(BFloat16.NaN));
        Assert.Equal(1, a.CompareTo(b));
        Assert.Equal(1, a.CompareTo(null));
        Assert.Throws<ArgumentException>(() => a.CompareTo((object)3f));
        Assert.Equal("0.100097656", new BFloat16(0.1f).ToString());
        Assert.Equal("0.10", new BFloat16(0.1f).ToString("F2", null));
        Assert.Equal(0.0078125f, BFloat16.Epsilon.ToSingle());
        Assert.Equal(BFloat16.One + BFloat16.Epsilon, BFloat16.FromRawValue(0x3F81));
        Assert.True(BFloat16.IsNaN(BFloat16.NaN) && BFloat16.IsInfinity(BFloat16.NegativeInfinity) && BFloat16.IsFinite(BFloat16.MaxValue)
            && BFloat16.IsPositiveInfinity(BFloat16.PositiveInfinity) && BFloat16.IsNegativeInfinity(BFloat16.NegativeInfinity));
    }
}
