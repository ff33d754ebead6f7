using Engine.Tests.Modules;
using TorchSharp.Native;

namespace Engine.Tests.Internals;

/// <summary>Alone, because it reads libtorch's byte counter.</summary>
[Collection(Alone.Name)]
public sealed class ModuleMemoryTests
{
    [Fact]
    public unsafe void Two_hundred_steps_leave_the_byte_counter_where_it_was()
    {
        using var model = new SmallTransformer();
        using var input = tensor(new long[] { 1, 2, 3, 4, 5, 6 });
        Step(model, input);
        Step(model, input);
        var before = (*Api.Instance.LiveBytes, *Api.Instance.LiveTensors);
        for (var i = 0; i < 200; i++)
            Step(model, input);
        Assert.Equal(before, (*Api.Instance.LiveBytes, *Api.Instance.LiveTensors));
    }

    private static void Step(SmallTransformer model, Tensor input)
    {
        using var scope = NewDisposeScope();
        model.call(input).sum().backward();
        nn.utils.clip_grad_norm_(model.parameters(), 1);
        model.zero_grad();
    }
}
