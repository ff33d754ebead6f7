using System.Collections;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Engine.Tests.Data;

public class ItemTests
{
    [Fact]
    public void The_only_element_comes_out_whatever_the_number_of_dimensions()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(3.5f, tensor(3.5f).item<float>());
        Assert.Equal(3.5, full([1, 1, 1], 3.5, dtype: float64).item<double>());
        Assert.Equal(4L, arange(6)[4].item<long>());
        Assert.Equal((Half)0.25f, full(1, 0.25, dtype: float16).item<Half>());
        Assert.True(ones(1, dtype: ScalarType.Bool).item<bool>());
        Assert.Equal(2f, tensor([2f], requires_grad: true).item<float>());
    }

    [Fact]
    public void More_or_fewer_than_one_element_throw()
    {
        using var scope = NewDisposeScope();
        Assert.Throws<ArgumentException>(() => ones(2).item<float>());
        Assert.Throws<ArgumentException>(() => zeros(0).item<float>());
        Assert.Throws<ExternalException>(() => ones(2).ToScalar());
        Assert.Throws<ExternalException>(() => zeros(0).ToSingle());
    }

    [Fact]
    public void Numbers_are_converted_not_reinterpreted()
    {
        using var scope = NewDisposeScope();
        var x = tensor(3.75);
        Assert.Equal((3.75f, 3.75, (Half)3.75f, new BFloat16(3.75f)), (x.ToSingle(), x.ToDouble(), x.ToHalf(), x.ToBFloat16()));
        Assert.Equal((3, 3L, (short)3, (sbyte)3, (byte)3, true), (x.ToInt32(), x.ToInt64(), x.ToInt16(), x.ToSByte(), x.ToByte(), x.ToBoolean()));
        Assert.Equal(new Complex(3.75, 0), x.ToComplexFloat64());
        Assert.Equal((1f, -2f), tensor(1f, -2f).ToComplexFloat32());
        Assert.Equal(ScalarType.Int64, tensor((byte)1).ToScalar().Type);
        Assert.Equal(ScalarType.Float64, tensor(1f).ToScalar().Type);
        Assert.Equal(ScalarType.Bool, tensor(false).ToScalar().Type);
        Assert.Equal(ScalarType.ComplexFloat64, tensor(1f, 2f).ToScalar().Type);
        Assert.Equal(long.MaxValue, tensor(long.MaxValue).ToInt64());
    }

    [Fact]
    public void What_does_not_fit_throws()
    {
        using var scope = NewDisposeScope();
        Assert.Throws<OverflowException>(() => tensor(300).ToByte());
        Assert.Throws<OverflowException>(() => tensor(-1).ToByte());
        Assert.Throws<OverflowException>(() => tensor(1L << 40).ToInt32());
        Assert.Throws<OverflowException>(() => tensor(double.NaN).ToInt64());
        Assert.Throws<OverflowException>(() => tensor(1e300).ToInt64());
        Assert.Throws<ArgumentException>(() => tensor(1f, 2f).ToDouble());
        Assert.Equal(float.PositiveInfinity, tensor(1e300).ToSingle());
    }

    [Fact]
    public void Scalars_come_from_and_go_to_every_number_type()
    {
        Scalar[] threes =
        [
            ((byte)3).ToScalar(), ((sbyte)3).ToScalar(), ((short)3).ToScalar(), 3.ToScalar(), 3L.ToScalar(), 3f.ToScalar(), 3.0.ToScalar(),
            ((Half)3).ToScalar(), new BFloat16(3).ToScalar(), (3f, 0f).ToScalar(), new Complex(3, 0).ToScalar(),
        ];
        Assert.All(threes, s => Assert.Equal((3.0, 3f, 3L, 3, (byte)3, true),
            (s.ToDouble(), s.ToSingle(), s.ToInt64(), s.ToInt32(), s.ToByte(), s.ToBoolean())));
        Assert.Equal(0.10009765625, 0.1f.ToBFloat16Scalar().ToDouble());
        Assert.False(false.ToScalar().ToBoolean());
        Assert.True((0f, 2f).ToScalar().ToBoolean());
    }

    [Fact]
    public void Elements_are_read_by_their_number_in_row_major_order()
    {
        using var scope = NewDisposeScope();
        var x = arange(6, dtype: float32).view(2, 3).t();
        Assert.Equal([0f, 3, 1, 4, 2, 5], Enumerable.Range(0, 6).Select(i => x.ReadCpuSingle(i)));
        Assert.Equal(4, x.@double().ReadCpuDouble(3));
        Assert.Equal((4, 4L, (short)4, (sbyte)4, (byte)4), (x.@int().ReadCpuInt32(3), x.@long().ReadCpuInt64(3), x.@short().ReadCpuInt16(3),
            x.@char().ReadCpuSByte(3), x.@byte().ReadCpuByte(3)));
        Assert.Equal((4f, 4f), (x.half().ReadCpuFloat16(3), x.bfloat16().ReadCpuBFloat16(3)));
        Assert.False(x.@bool().ReadCpuBool(0));
        Assert.Throws<IndexOutOfRangeException>(() => x.ReadCpuSingle(6));
        Assert.Throws<ArgumentException>(() => x.ReadCpuDouble(0));
    }

    [Fact]
    public void Lists_nest_like_the_dimensions()
    {
        using var scope = NewDisposeScope();
        var rows = Assert.IsType<ArrayList>(arange(6, dtype: float32).view(2, 3).tolist());
        Assert.Equal(2, rows.Count);
        Assert.Equal([3.0, 4, 5], Assert.IsType<ArrayList>(rows[1]).Cast<Scalar>().Select(s => s.ToDouble()));
        Assert.Equal(7, Assert.IsType<Scalar>(tensor(7).tolist()).ToInt32());
        Assert.Empty(Assert.IsType<ArrayList>(zeros(0).tolist()));
    }

    [Fact]
    public void Whether_a_number_is_zero()
    {
        using var scope = NewDisposeScope();
        Assert.True(is_nonzero(tensor(0.5)));
        Assert.False(tensor(new[] { 0 }).is_nonzero());
        Assert.Throws<ExternalException>(() => ones(2).is_nonzero());
    }
}
