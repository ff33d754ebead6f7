using System.Collections.ObjectModel;
using System.Numerics;

namespace Engine.Tests.Creation;

public class TensorFromValuesTests
{
    [Fact]
    public void Every_element_type_gives_its_dtype_and_comes_back_unchanged()
    {
        using var scope = NewDisposeScope();
        Check<byte>(tensor(new byte[] { 0, 7, byte.MaxValue }), uint8, [0, 7, 255]);
        Check<sbyte>(tensor(new sbyte[] { sbyte.MinValue, 0, sbyte.MaxValue }), int8, [-128, 0, 127]);
        Check<short>(tensor(new[] { short.MinValue, (short)1, short.MaxValue }), int16, [-32768, 1, 32767]);
        Check<int>(tensor(new[] { int.MinValue, 2, int.MaxValue }), int32, [int.MinValue, 2, int.MaxValue]);
        Check<long>(tensor(new[] { long.MinValue, 3, long.MaxValue }), int64, [long.MinValue, 3, long.MaxValue]);
        Check<Half>(tensor(new[] { (Half)0.5f, Half.MaxValue }), float16, [(Half)0.5f, Half.MaxValue]);
        Check<BFloat16>(tensor(new[] { new BFloat16(-1.5f), BFloat16.MaxValue }), bfloat16, [new BFloat16(-1.5f), BFloat16.MaxValue]);
        Check<float>(tensor(new[] { 0.1f, float.Epsilon }), float32, [0.1f, float.Epsilon]);
        Check<double>(tensor(new[] { 0.1, double.MaxValue }), float64, [0.1, double.MaxValue]);
        Check<bool>(tensor(new[] { true, false, true }), ScalarType.Bool, [true, false, true]);
        Check<(float, float)>(tensor(new[] { (1f, 2f), (3f, -4f) }), complex64, [(1, 2), (3, -4)]);
        Check<Complex>(tensor(new[] { new Complex(1, 2) }), complex128, [new Complex(1, 2)]);

        static void Check<T>(Tensor actual, ScalarType dtype, T[] expected)
            where T : unmanaged
        {
            Assert.Equal(dtype, actual.dtype);
            Assert.Equal([expected.Length], actual.shape);
            Assert.Equal(expected, actual.data<T>().ToArray());
            Assert.Equal(expected[0], actual.reshape(-1)[0].item<T>());
        }
    }

    [Fact]
    public void A_single_number_gives_a_tensor_without_dimensions()
    {
        using var scope = NewDisposeScope();
        Tensor[] all =
        [
            tensor((byte)3), tensor((sbyte)3), tensor((short)3), tensor(3), tensor(3L), tensor(3f), tensor(3.0), tensor(new BFloat16(3)),
            tensor(new Complex(3, 0)), tensor((3f, 0f)), tensor((3.0, 0.0)), tensor(3f, 0f), tensor(3.0, 0.0), tensor(true),
        ];
        ScalarType[] dtypes =
        [
            uint8, int8, int16, int32, int64, float32, float64, bfloat16, complex128, complex64, complex128, complex64, complex128, ScalarType.Bool,
        ];
        Assert.Equal(dtypes, all.Select(t => t.dtype));
        Assert.All(all, t => Assert.Empty(t.shape));
        Assert.All(all.SkipLast(1), t => Assert.Equal(3.0, t.ToDouble()));
    }

    [Fact]
    public void Arrays_of_two_to_four_dimensions_keep_their_shape_and_order()
    {
        using var scope = NewDisposeScope();
        var two = tensor(new[,] { { 1, 2, 3 }, { 4, 5, 6 } });
        Assert.Equal([2, 3], two.shape);
        Assert.Equal(6, two[1, 2].item<int>());
        var three = tensor(new float[2, 1, 2] { { { 1, 2 } }, { { 3, 4 } } });
        Assert.Equal([2, 1, 2], three.shape);
        Assert.Equal([1f, 2, 3, 4], three.data<float>().ToArray());
        var four = tensor(new bool[1, 2, 1, 2] { { { { true, false } }, { { false, true } } } });
        Assert.Equal([1, 2, 1, 2], four.shape);
        Assert.Equal([true, false, false, true], four.data<bool>().ToArray());
    }

    [Fact]
    public void Lists_arrays_and_memory_take_a_shape()
    {
        using var scope = NewDisposeScope();
        var list = new List<int> { 1, 2, 3, 4, 5, 6, 7, 8 };
        Assert.Equal([8], tensor(list).shape);
        Assert.Equal([2, 4], tensor(list, 2, 4).shape);
        Assert.Equal([2, 2, 2], tensor(list, 2, 2, 2).shape);
        Assert.Equal([4, 2], tensor(list, [4, 2]).shape);
        Assert.Equal([8, 1], tensor(list.ToArray().AsMemory(), [8, 1]).shape);
        Assert.Equal([1, 2, 2, 2], tensor(list.ToArray(), 1, 2, 2, 2).shape);
        Assert.Equal([1, 2], tensor(new ReadOnlyCollection<int>([1, 2])).data<int>().ToArray());
        Assert.Equal([2, 3], tensor(list.ToArray().AsMemory(1, 2), [2]).data<int>().ToArray());
    }

    [Fact]
    public void Values_are_copied_and_converted_on_the_way()
    {
        using var scope = NewDisposeScope();
        var values = new[] { 1.7, -1.7 };
        var x = tensor(values, dtype: int64);
        values[0] = 5;
        Assert.Equal([1L, -1], x.data<long>().ToArray());
        var y = tensor([1, 2, 3], dtype: float32, requires_grad: true);
        Assert.True(y is { requires_grad: true, is_leaf: true, dtype: ScalarType.Float32 });
    }

    [Fact]
    public void Nothing_at_all_gives_an_empty_tensor()
    {
        using var scope = NewDisposeScope();
        var x = tensor(Array.Empty<float>());
        Assert.Equal([0], x.shape);
        Assert.Empty(x.data<float>().ToArray());
        Assert.Equal([0, 3], tensor(new long[0, 3]).shape);
    }

    [Theory]
    [InlineData(2, 3)]
    [InlineData(7, 1)]
    [InlineData(-1, -5)]
    public void A_shape_that_the_values_do_not_fill_throws(long rows, long columns)
    {
        Assert.ThrowsAny<Exception>(() => tensor(new[] { 1f, 2, 3, 4, 5 }, [rows, columns]));
    }

    [Fact]
    public void Names_of_dimensions_are_refused()
    {
        Assert.Throws<NotSupportedException>(() => zeros(2, names: ["n"]));
        Assert.Throws<NotSupportedException>(() => tensor(new[] { 1 }, names: ["n"]));
    }

    [Fact]
    public void Conversions_give_the_same_tensors()
    {
        using var scope = NewDisposeScope();
        Tensor one = 2.5f;
        Tensor many = new[] { 1L, 2 };
        Tensor flag = true;
        Tensor scalar = (Scalar)4;
        Assert.Equal((float32, 2.5f), (one.dtype, one.item<float>()));
        Assert.Equal([1L, 2], many.data<long>().ToArray());
        Assert.True((bool)flag);
        Assert.Equal((int64, 4L), (scalar.dtype, (long)scalar));
        Assert.Equal(2, (int)one);
        Assert.Equal(2.5, (double)one);
        Assert.Equal(2.5f, (float)one);
        Assert.Equal((byte)2, (byte)one);
    }

    [Fact]
    public void As_tensor_gives_a_tensor_itself_unless_it_has_to_convert()
    {
        using var scope = NewDisposeScope();
        var x = tensor([1f, 2]);
        as_tensor(x).fill_(9);
        Assert.Equal([9f, 9], x.data<float>().ToArray());
        as_tensor(x, float64).fill_(1);
        Assert.Equal([9f, 9], x.data<float>().ToArray());
        Assert.Equal([3, 4], as_tensor(new List<int> { 3, 4 }).data<int>().ToArray());
    }
}
