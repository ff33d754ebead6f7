using System.Runtime.InteropServices;
using TorchSharp.Utils;

namespace Engine.Tests.Data;

public class TensorAccessorTests
{
    [Fact]
    public void Elements_are_read_in_the_order_of_the_shape_whatever_the_strides()
    {
        using var scope = NewDisposeScope();
        var x = arange(12, dtype: int32).reshape(3, 4);
        var turned = x.t();
        Assert.False(turned.is_contiguous());
        Assert.Equal([0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11], turned.data<int>().ToArray());
        Assert.Equal([0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11], turned.data<int>());
        Assert.Equal(9, turned.data<int>()[1, 2]);
        Assert.Equal(9, turned.data<int>()[5]);
        Assert.Equal([5, 6], x[1, 1..3].data<int>().ToArray());
        Assert.Equal([0, 2, 4, 6, 8, 10], x.view(-1).as_strided([6], [2]).data<int>().ToArray());
        Assert.Equal([7, 7, 7], full(1, 7, dtype: int32).expand(3).data<int>().ToArray());
    }

    [Fact]
    public void Elements_are_written_where_the_strides_say()
    {
        using var scope = NewDisposeScope();
        var x = zeros(2, 3);
        var turned = x.t().data<float>();
        turned[2, 0] = 5;
        turned[1] = 7; // row-major in the view: row 0, column 1
        turned.CopyFrom([1, 2], tensorIndex: 4);
        Assert.Equal([0f, 0, 1, 7, 0, 2], [.. x.data<float>().Take(1), .. x.data<float>().Skip(1)]);
        Assert.Equal([0f, 7, 0, 0, 1, 2], turned.ToArray());
        x.data<float>().CopyFrom(new float[] { 9, 8, 7, 6, 5, 4, 3 });
        Assert.Equal([9f, 8, 7, 6, 5, 4], x.data<float>().ToArray());
    }

    [Fact]
    public void Parts_are_copied_as_far_as_there_is_room()
    {
        using var scope = NewDisposeScope();
        foreach (var x in new[] { arange(5, dtype: int64), arange(10, dtype: int64).as_strided([5], [2]).div(2).to_type(int64) })
        {
            var target = new long[4];
            x.data<long>().CopyTo(target, arrayIndex: 1, tensorIndex: 3);
            Assert.Equal([0, 3, 4, 0], target);
            x.data<long>().CopyTo(target.AsSpan(), tensorIndex: 1);
            Assert.Equal([1, 2, 3, 4], target);
        }

        var data = arange(5, dtype: int64).data<long>();
        Assert.Throws<IndexOutOfRangeException>(() => data.CopyTo(new long[2], tensorIndex: 6));
        Assert.Throws<IndexOutOfRangeException>(() => data.CopyFrom(new long[2], tensorIndex: -1));
        Assert.ThrowsAny<ArgumentException>(() => data.CopyTo(new long[2], arrayIndex: 3));
    }

    [Fact]
    public void An_array_with_dimensions_comes_out()
    {
        using var scope = NewDisposeScope();
        var array = Assert.IsType<int[,]>(arange(6, dtype: int32).view(2, 3).t().data<int>().ToNDArray());
        Assert.Equal((3, 2), (array.GetLength(0), array.GetLength(1)));
        Assert.Equal((1, 5), (array[1, 0], array[2, 1]));
        Assert.Equal([2.5f], Assert.IsType<float[]>(tensor(2.5f).data<float>().ToNDArray()));
        Assert.Equal([2, 0], Enumerable.Range(0, 2).Select(zeros(2, 0).data<float>().ToNDArray().GetLength));
    }

    [Fact]
    public void Another_type_than_the_tensors_throws()
    {
        using var scope = NewDisposeScope();
        var x = ones(2);
        Assert.Throws<ArgumentException>(() => x.data<double>());
        Assert.Throws<ArgumentException>(() => x.data<int>());
        Assert.Throws<ArgumentException>(() => x.data<uint>());
        Assert.Throws<ArgumentException>(() => x.half().data<BFloat16>());
        Assert.Throws<ArgumentException>(() => ones(1, dtype: int16).data<Half>());
        Assert.Throws<ArgumentException>(() => ones(1, dtype: uint8).data<bool>());
        Assert.Throws<ArgumentException>(() => x[0].item<double>());
    }

    [Fact]
    public void An_index_out_of_range_throws()
    {
        using var scope = NewDisposeScope();
        var data = arange(6, dtype: int32).view(2, 3).data<int>();
        Assert.Throws<IndexOutOfRangeException>(() => data[6]);
        Assert.Throws<IndexOutOfRangeException>(() => data[-1]);
        Assert.Throws<IndexOutOfRangeException>(() => data[0, 3]);
        Assert.Throws<IndexOutOfRangeException>(() => data[2, 0] = 1);
        Assert.Throws<IndexOutOfRangeException>(() => data[-1, 0]);
        Assert.Throws<ArgumentException>(() => data[0, 0, 0]);
        Assert.Throws<IndexOutOfRangeException>(() => zeros(0).data<float>()[0]);
    }

    [Fact]
    public void Use_after_dispose_throws()
    {
        var x = ones(3);
        var data = x.data<float>();
        Assert.Equal(1, data[2]);
        x.Dispose();
        Assert.Throws<ObjectDisposedException>(() => data[0]);
        Assert.Throws<ObjectDisposedException>(() => data[0] = 1);
        Assert.Throws<ObjectDisposedException>(() => data.ToArray());
        Assert.Throws<ObjectDisposedException>(() => x.data<float>());
        Assert.Throws<ObjectDisposedException>(() => x.bytes.Length);
        using var y = ones(1);
        var other = y.data<float>();
        other.Dispose();
        Assert.Throws<ObjectDisposedException>(() => other[0]);
        Assert.Equal(1, y.item<float>());
    }

    [Fact]
    public void A_tensor_without_memory_on_the_cpu_cannot_be_read()
    {
        using var x = zeros(2, device: META);
        Assert.Contains("meta", Assert.Throws<InvalidOperationException>(() => x.data<float>()).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => x.bytes.Length);
        Assert.Throws<InvalidOperationException>(() => x.ReadCpuSingle(0));
    }

    [Fact]
    public void The_accessor_holds_its_tensor()
    {
        var data = Make();
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.Equal(Enumerable.Range(0, 1000), data.ToArray());

        static TensorAccessor<int> Make() => arange(1000, dtype: int32).data<int>();
    }

    [Fact]
    public void Accessors_are_equal_when_their_elements_are()
    {
        using var scope = NewDisposeScope();
        var x = arange(6).view(2, 3);
        Assert.True(x.t().data<long>() == x.t().contiguous().data<long>());
        Assert.True(x.data<long>() != x.t().data<long>());
        Assert.Equal(x.data<long>(), x.clone().data<long>());
        Assert.Equal(x.data<long>().GetHashCode(), x.clone().data<long>().GetHashCode());
        Assert.False(x.data<long>().IsReadOnly);
    }

    [Fact]
    public void Bytes_are_the_memory_itself()
    {
        using var scope = NewDisposeScope();
        var x = tensor([1f, 2, 3]);
        var values = MemoryMarshal.Cast<byte, float>(x.bytes);
        values[1] = 20;
        Assert.Equal([1f, 20, 3], x.data<float>().ToArray());
        x.bytes = MemoryMarshal.AsBytes(new float[] { 4, 5, 6 }.AsSpan());
        Assert.Equal([4f, 5, 6], x.data<float>().ToArray());
        Assert.Throws<ArgumentException>(() => x.bytes = new byte[11]);
        Assert.Throws<InvalidOperationException>(() => ones(2, 3).t().bytes.Length);
        Assert.Equal(0, zeros(0).bytes.Length);
        Assert.Equal(8, x[1..].bytes.Length);
        Assert.Equal(5, MemoryMarshal.Cast<byte, float>(x[1..].bytes)[0]);
    }
}
