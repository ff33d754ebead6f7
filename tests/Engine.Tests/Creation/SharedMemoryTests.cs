using System.Numerics;

namespace Engine.Tests.Creation;

public class SharedMemoryTests
{
    [Fact]
    public void A_tensor_from_an_array_and_the_array_show_each_others_changes()
    {
        using var scope = NewDisposeScope();
        var values = new float[,] { { 1, 2 }, { 3, 4 } };
        var x = from_array(values);
        Assert.Equal([2, 2], x.shape);
        x.mul_(10);
        Assert.Equal(40, values[1, 1]);
        values[0, 1] = -1;
        Assert.Equal(-1, x[0, 1].item<float>());
    }

    [Fact]
    public void Complex_numbers_of_16_bytes_are_copied_because_an_array_need_not_lie_where_libtorch_wants_them()
    {
        using var scope = NewDisposeScope();
        for (var i = 0; i < 8; i++)
        {
            var values = new[] { Complex.One, new Complex(2, i) };
            _ = new byte[8 * i]; // moves the next array
            var x = from_array(values);
            Assert.Equal(values, x.data<Complex>().ToArray());
            x.zero_();
            Assert.Equal(Complex.One, values[0]);
            Assert.Equal(new Complex(2, i), frombuffer(values, complex128, offset: 1)[0].item<Complex>());
        }
    }

    [Fact]
    public void Arrays_of_every_other_element_type_can_be_shared()
    {
        using var scope = NewDisposeScope();
        Array[] arrays =
        [
            new byte[] { 1 }, new sbyte[] { 1 }, new short[] { 1 }, new[] { 1 }, new[] { 1L }, new[] { 1f }, new[] { 1.0 }, new[] { true },
            new[] { (Half)1 }, new[] { BFloat16.One }, new[] { (1f, 0f) },
        ];
        foreach (var array in arrays)
        {
            var x = from_array(array);
            Assert.Equal(1, x.ToDouble());
            x.zero_();
            Assert.Equal(Activator.CreateInstance(array.GetType().GetElementType()!), array.GetValue(0));
        }
    }

    [Fact]
    public void An_array_stays_where_it_is_until_the_last_view_is_gone()
    {
        using var scope = NewDisposeScope();
        var view = View();
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            _ = new byte[1 << 20];
        }

        Assert.Equal([3.0, 4], view.data<double>().ToArray());

        static Tensor View()
        {
            using var x = from_array(new[] { 1.0, 2, 3, 4 });
            return x[2..];
        }
    }

    [Fact]
    public void An_array_is_let_go_with_its_tensor()
    {
        var array = Share();
        for (var i = 0; i < 10 && array.IsAlive; i++)
            GC.Collect();
        Assert.False(array.IsAlive);

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static WeakReference Share()
        {
            var values = new double[100];
            using var x = from_array(values);
            using var view = x.view(10, 10);
            return new WeakReference(values);
        }
    }

    [Fact]
    public void Another_dtype_means_a_copy()
    {
        using var scope = NewDisposeScope();
        var values = new[] { 1, 2 };
        var x = from_array(values, float32);
        x.zero_();
        Assert.Equal([1, 2], values);
        Assert.Equal(float32, x.dtype);
    }

    [Fact]
    public void A_buffer_is_read_from_an_offset_for_a_count_of_elements()
    {
        using var scope = NewDisposeScope();
        var values = new short[] { 0, 1, 2, 3, 4, 5 };
        Assert.Equal([2, 3, 4, 5], frombuffer(values, int16, offset: 2).data<short>().ToArray());
        var middle = frombuffer(values, int16, count: 2, offset: 1);
        Assert.Equal([1, 2], middle.data<short>().ToArray());
        middle.fill_(9);
        Assert.Equal([0, 9, 9, 3, 4, 5], values);
        Assert.Equal([9.0, 9], frombuffer(values, float64, count: 2, offset: 1).data<double>().ToArray());
    }

    [Fact]
    public void A_buffer_is_not_read_beyond_its_end()
    {
        var values = new[] { 1f, 2, 3 };
        Assert.Throws<ArgumentException>(() => frombuffer(values, float32, offset: 3));
        Assert.Throws<ArgumentException>(() => frombuffer(values, float32, offset: -1));
        Assert.Throws<IndexOutOfRangeException>(() => frombuffer(values, float32, count: 3, offset: 1));
        Assert.Throws<NotSupportedException>(() => from_array(new[] { "text" }));
        Assert.Throws<NotSupportedException>(() => from_array(new[] { 1u }));
    }

    [Fact]
    public void ToTensor_shares_unless_told_to_copy()
    {
        using var scope = NewDisposeScope();
        var values = new[] { 1f, 2, 3, 4 };
        values.ToTensor([2, 2], doCopy: true).zero_();
        Assert.Equal([1f, 2, 3, 4], values);
        values.ToTensor([2, 2]).zero_();
        Assert.Equal([0f, 0, 0, 0], values);
        Assert.Throws<ArgumentException>(() => values.ToTensor([3, 2]));
        Assert.Equal((float64, 2.5), (2.5.ToTensor().dtype, 2.5.ToTensor().item<double>()));
    }
}
