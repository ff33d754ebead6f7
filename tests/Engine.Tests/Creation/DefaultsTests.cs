using System.Runtime.InteropServices;

namespace Engine.Tests.Creation;

/// <summary>Defaults belong to the whole process, so these tests run alone.</summary>
[Collection(Alone.Name)]
public class DefaultsTests
{
    [Fact]
    public void The_default_dtype_is_that_of_new_tensors()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(float32, get_default_dtype());
        try
        {
            set_default_dtype(float64);
            Assert.Equal(float64, zeros(1).dtype);
            Assert.Equal(float64, rand(1).dtype);
            Assert.Equal(float64, arange(0.5, 2).dtype);
            Assert.Equal(float64, full(1, 0.5).dtype);
            Assert.Equal(int64, arange(3).dtype);
            Assert.Equal(float32, tensor(1f).dtype);
            Assert.Equal(64, finfo().bits);
        }
        finally
        {
            set_default_dtype(float32);
        }

        Assert.Throws<ArgumentException>(() => set_default_dtype(int32));
        Assert.Equal(float32, zeros(1).dtype);
    }

    [Fact]
    public void The_default_device_is_where_new_tensors_lie()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(DeviceType.CPU, get_default_device().type);
        try
        {
            set_default_device(META);
            Assert.True(zeros(2).is_meta);
            Assert.True(tensor(new[] { 1, 2 }).is_meta);
            Assert.True(randn(2, 2).is_meta);
            Assert.True(fft.fftfreq(4).is_meta);
            Assert.True(zeros(2, device: CPU).is_cpu());
            using var norm = nn.BatchNorm1d(3);
            Assert.All(norm.state_dict().Values, t => Assert.True(t.is_meta));
        }
        finally
        {
            set_default_device("cpu");
        }

        Assert.True(zeros(2).is_cpu());
    }

    [Fact]
    public void The_number_of_threads_can_be_set_and_read()
    {
        var before = get_num_threads();
        try
        {
            set_num_threads(2);
            Assert.Equal(2, get_num_threads());
            Assert.Throws<ExternalException>(() => set_num_threads(0));
            Assert.Equal(2, get_num_threads());
        }
        finally
        {
            set_num_threads(before);
        }

        Assert.True(get_num_interop_threads() >= 1);
        Assert.Throws<ExternalException>(() => set_num_interop_threads(-1));
    }

    [Fact]
    public void Deterministic_operators_are_asked_for_until_the_block_ends()
    {
        Assert.False(are_deterministic_algorithms_enabled());
        using (use_deterministic_algorithms())
        {
            Assert.True(are_deterministic_algorithms_enabled());
            var inner = use_deterministic_algorithms(false);
            Assert.False(are_deterministic_algorithms_enabled());
            inner.Dispose();
            inner.Dispose();
            Assert.True(are_deterministic_algorithms_enabled());
        }

        Assert.False(are_deterministic_algorithms_enabled());
        Assert.Matches(@"^\d+\.\d+", __version__);
    }
}
