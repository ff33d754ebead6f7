using System.Runtime.InteropServices;
using TorchSharp.Modules;
using TorchSharp.Native;

namespace Engine.Tests.Internals.Safety;

/// <summary>What libtorch only notes, or keeps elsewhere than a pointer says, is no crash and no wrong number on .NET's side.</summary>
[Collection(Alone.Name)]
public sealed class NativeBorderTests
{
    private static readonly Op s_zerosWithoutMemory = new("aten::_efficientzerotensor");
    private static readonly Op s_conj = new("aten::_conj");
    private static readonly Op s_negView = new("aten::_neg_view");

    [Fact]
    public void A_lazy_conjugate_is_conjugated_wherever_its_elements_are_read()
    {
        using var scope = NewDisposeScope();
        var conjugate = s_conj.Call(tensor(new[] { (1f, 2f), (3f, -4f) }));
        Assert.Throws<InvalidOperationException>(() => conjugate.data<(float, float)>());
        Assert.Throws<InvalidOperationException>(() => conjugate.bytes.Length);
        Assert.Equal([(1f, -2f), (3f, 4f)], conjugate.clone().data<(float, float)>().ToArray());
        Assert.Equal((1f, -2f), conjugate[0].item<(float, float)>());
        Assert.Equal([(1f, -2f), (3f, 4f)], ((System.Collections.ArrayList)conjugate.tolist()).Cast<Scalar>().Select(s => s.ToComplexFloat32()));
        Assert.Contains("1-2i", conjugate.ToString(TorchSharp.TensorStringStyle.Numpy), StringComparison.Ordinal);
        var negative = s_negView.Call(tensor(new[] { 1f, 2f }));
        Assert.Throws<InvalidOperationException>(() => negative.data<float>());
        Assert.Equal(-2f, negative[1].item<float>());
    }

    [Fact]
    public unsafe void Zeros_without_memory_and_tensors_elsewhere_have_no_address()
    {
        using var scope = NewDisposeScope();
        var zeros = s_zerosWithoutMemory.Call((long[])[3], ScalarType.Float32);
        Assert.Throws<ExternalException>(() => (nint)zeros.DataPointer());
        Assert.Throws<ExternalException>(() => (nint)empty(3, device: META).DataPointer());
        Assert.Throws<InvalidOperationException>(() => zeros.data<float>());
        Assert.Equal(0f, zeros[1].item<float>());
        Assert.Equal([0f, 0, 0], zeros.clone().data<float>().ToArray());
        using var stream = new MemoryStream();
        zeros.Save(stream);
        stream.Position = 0;
        Assert.Equal([0f, 0, 0], Tensor.Load(stream).data<float>().ToArray());
    }

    [Theory]
    [InlineData("sgd")]
    [InlineData("adam")]
    public void A_gradient_of_zeros_without_memory_moves_nothing_and_can_be_set_to_zero(string kind)
    {
        using var scope = NewDisposeScope();
        var p = new Parameter(ones(3));
        using optim.Optimizer optimizer = kind == "sgd" ? optim.SGD([p], 0.1) : optim.Adam([p]);
        p.grad = s_zerosWithoutMemory.Call((long[])[3], ScalarType.Float32);
        optimizer.step();
        optimizer.zero_grad();
        Assert.Equal([1f, 1, 1], p.data<float>().ToArray());
        Assert.Equal([0f, 0, 0], p.grad!.data<float>().ToArray());
    }

    [Fact]
    public void A_gradient_whose_sign_is_only_noted_moves_the_parameter_the_right_way()
    {
        using var scope = NewDisposeScope();
        foreach (var adam in new[] { false, true })
        {
            var p = new Parameter(ones(3));
            using optim.Optimizer optimizer = adam ? optim.Adam([p], lr: 0.5) : optim.SGD([p], 0.5);
            p.grad = s_negView.Call(ones(3));
            optimizer.step();
            Assert.All(p.data<float>().ToArray(), v => Assert.Equal(1.5, v, 1e-6));
        }
    }

    [Fact]
    public void An_accessor_notices_that_its_tensor_was_given_other_memory()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Linear(2, 2);
        var weights = layer.weight.data<float>();
        _ = weights[0];
        layer.to(ScalarType.Float64);
        Assert.Throws<InvalidOperationException>(() => weights[0]);
        Assert.Throws<InvalidOperationException>(() => weights.ToArray());
        var x = zeros(2);
        var elements = x.data<float>();
        x.set_(ones(2));
        Assert.Throws<InvalidOperationException>(() => elements.CopyFrom(new float[2]));
        Assert.Equal([1f, 1], x.data<float>().ToArray());
    }

    [Fact]
    public void Numbers_of_threads_that_no_machine_starts_are_refused()
    {
        var before = get_num_threads();
        foreach (var number in new[] { 0, -1, 4097, int.MaxValue })
            Assert.Throws<ExternalException>(() => set_num_threads(number));
        Assert.Equal(before, get_num_threads());
    }

    [Fact]
    public void A_device_number_too_large_for_libtorch_is_not_another_device() =>
        Assert.Throws<ExternalException>(() => zeros(1, device: new Device(DeviceType.CPU, 256)));

    [Fact]
    public void Sizes_below_zero_share_no_memory() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new float[6].ToTensor([-2, -3]));

    [Fact]
    public unsafe void Leaving_a_strict_choice_of_determinism_puts_warnings_only_back()
    {
        using var off = use_deterministic_algorithms(false);
        using (use_deterministic_algorithms(true, warn_only: true))
        {
            use_deterministic_algorithms().Dispose();
            Assert.Equal(3, Api.Instance.Deterministic());
            Assert.True(are_deterministic_algorithms_enabled());
        }

        Assert.False(are_deterministic_algorithms_enabled());
    }
}
