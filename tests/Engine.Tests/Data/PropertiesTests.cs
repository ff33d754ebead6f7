namespace Engine.Tests.Data;

public class PropertiesTests
{
    [Fact]
    public void A_view_says_how_it_lies_in_memory()
    {
        using var scope = NewDisposeScope();
        var x = arange(24, dtype: int16).view(2, 3, 4)[.., 1..].transpose(1, 2);
        Assert.Equal([2, 4, 2], x.shape);
        Assert.Equal([12, 1, 4], x.stride());
        Assert.Equal((2, 4, 12, 4), (x.size(0), x.size(-2), x.stride(0), x.stride(-1)));
        Assert.Equal((4, 3, 3, 16, 16, 2, 2), (x.storage_offset(), x.dim(), x.ndim, x.numel(), x.NumberOfElements, x.element_size(), x.ElementSize));
        Assert.Equal([2, 4, 2], x.size());
        Assert.Equal([2, 4, 2], x.IntShape().ToArray());
        Assert.Equal(3, x.Dimensions);
        Assert.False(x.is_contiguous());
        Assert.Throws<ArgumentOutOfRangeException>(() => x.size(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => x.stride(-4));
    }

    [Fact]
    public void A_tensor_knows_its_device()
    {
        using var scope = NewDisposeScope();
        var x = ones(1);
        Assert.Equal((DeviceType.CPU, -1, true, false, false, false),
            (x.device_type, x.device_index, x.is_cpu(), x.is_cuda, x.is_meta, x.is_sparse));
        Assert.Equal("cpu", x.device.ToString());
        var y = ones(1, device: "meta");
        Assert.Equal((DeviceType.META, false, true), (y.device.type, y.is_cpu(), y.is_meta));
        Assert.Equal(("cuda:1", DeviceType.CUDA, 1), (device("cuda:1").ToString(), device(1).type, device(DeviceType.CUDA, 1).index));
        Assert.Equal(cuda.is_available(), cuda_is_available());
        Assert.Equal(cuda.is_available(), cuda.device_count() > 0);
        Assert.True(is_tensor(x) && !is_tensor("x") && numel(x) == 1);
    }

    [Fact]
    public void Leaves_are_what_no_recorded_operation_made()
    {
        using var scope = NewDisposeScope();
        var x = ones(2, requires_grad: true);
        var y = x * 2;
        Assert.True(x.is_leaf && !y.is_leaf && y.detach().is_leaf);
        Assert.True(zeros_like(y, requires_grad: true).is_leaf);
    }

    [Fact]
    public void To_gives_the_same_memory_unless_it_has_to_convert_or_is_told_to_copy()
    {
        using var scope = NewDisposeScope();
        var x = zeros(2);
        x.to(float32).fill_(1);
        x.to(CPU).add_(1);
        x.to(float32, CPU).add_(1);
        x.cpu().add_(1);
        x.to(x).add_(1);
        Assert.Equal([5f, 5], x.data<float>().ToArray());
        x.to(float32, copy: true).zero_();
        x.to("cpu", copy: true).zero_();
        x.to(DeviceType.CPU, copy: true).zero_();
        x.@double().zero_();
        x.type(float64).zero_();
        x.type(t => t.clone()).zero_();
        Assert.Equal([5f, 5], x.data<float>().ToArray());
    }

    [Fact]
    public void A_conversion_can_dispose_what_it_converts()
    {
        using var x = ones(2);
        using var y = x.to(float64, disposeAfter: true);
        Assert.True(x.IsInvalid);
        using var z = y.to(CPU, disposeAfter: true);
        Assert.True(y.IsInvalid);
        Assert.Equal([1.0, 1], z.data<double>().ToArray());
    }

    [Fact]
    public void Set_and_alias_share_memory_and_copy_does_not()
    {
        using var scope = NewDisposeScope();
        var x = tensor([1f, 2, 3, 4]);
        var other = x.alias();
        var third = zeros(1).set_(x.view(2, 2));
        var copy = zeros(4).copy_(x);
        x.add_(1);
        Assert.Equal([2f, 3, 4, 5], other.data<float>().ToArray());
        Assert.Equal([2f, 3, 4, 5], third.data<float>().ToArray());
        Assert.Equal([2, 2], third.shape);
        Assert.Equal([1f, 2, 3, 4], copy.data<float>().ToArray());
        x.Dispose();
        Assert.Equal([2f, 3, 4, 5], other.data<float>().ToArray());
    }
}
