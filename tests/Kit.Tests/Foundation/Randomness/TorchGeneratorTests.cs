using System.Text.Json.Nodes;
using Kit.Foundation.Randomness;
using Kit.Tests.Engine;
using Kit.TestSupport;
using TorchSharp;

namespace Kit.Tests.Foundation.Randomness;

/// <summary>These run by themselves: libtorch's global generator belongs to the whole process.</summary>
[Collection(nameof(EngineState))]
public class TorchGeneratorTests
{
    [SkippableFact]
    public void The_generator_is_seeded_from_the_stream_named_torch()
    {
        TensorEngine.Needed();
        Assert.Equal(Numpy.Doubles(Numpy.Get("torch_uniform")), Draw(new RandomStreams(7).TorchGenerator()).Select(it => (double)it));
    }

    [SkippableFact]
    public void A_generator_is_the_same_object_each_time_and_another_for_another_name()
    {
        TensorEngine.Needed();
        var streams = new RandomStreams(7);
        Assert.Same(streams.TorchGenerator(), streams.TorchGenerator("torch", torch.CPU));
        Assert.NotEqual(Draw(streams.TorchGenerator()), Draw(streams.TorchGenerator("torch policy")));
    }

    [SkippableFact]
    public void Generators_go_on_where_they_were_saved()
    {
        TensorEngine.Needed();
        var streams = new RandomStreams(7);
        Draw(streams.TorchGenerator());
        Draw(streams.TorchGenerator("torch policy"));
        var saved = JsonNode.Parse(streams.Save().ToJsonString())!.AsObject();
        var restored = RandomStreams.Restore(saved);

        // Also where nobody has asked for the generator between two savings.
        Assert.Equal(saved.ToJsonString(), restored.Save().ToJsonString());
        Assert.Equal(Draw(streams.TorchGenerator("torch policy")), Draw(restored.TorchGenerator("torch policy")));
        Assert.Equal(Draw(streams.TorchGenerator()), Draw(restored.TorchGenerator()));
        Assert.Equal(streams.Save().ToJsonString(), restored.Save().ToJsonString());
    }

    [SkippableFact]
    public void A_generator_that_is_put_back_is_the_one_that_others_hold()
    {
        TensorEngine.Needed();
        var streams = new RandomStreams(7);
        var (generator, late) = (streams.TorchGenerator(), "torch late");
        var saved = streams.Save();
        var expected = Draw(generator);
        var first = Draw(streams.TorchGenerator(late));
        streams.PutBack(saved);
        Assert.Same(generator, streams.TorchGenerator());
        Assert.Equal(expected, Draw(generator));
        Assert.Equal(first, Draw(streams.TorchGenerator(late)));
    }

    [SkippableFact]
    public void Libtorchs_global_generator_is_seeded_saved_and_put_back()
    {
        TensorEngine.Needed();
        using var before = torch.get_rng_state();
        try
        {
            var streams = new RandomStreams(7);
            Assert.Null(streams.Save()["torchGlobal"]);
            streams.SeedTorch();
            var first = Draw(null);
            var saved = JsonNode.Parse(streams.Save().ToJsonString())!.AsObject();
            var second = Draw(null);
            Assert.NotEqual(first, second);
            RandomStreams.Restore(saved);
            Assert.Equal(second, Draw(null));
            streams.SeedTorch();
            Assert.Equal(first, Draw(null));
            Assert.NotEqual(first, Draw(streams.TorchGenerator()));
        }
        finally
        {
            torch.set_rng_state(before);
        }
    }

    [SkippableFact]
    public void A_state_that_libtorch_does_not_take_is_refused_by_name()
    {
        TensorEngine.Needed();
        var streams = new RandomStreams(7);
        streams.TorchGenerator();
        var saved = streams.Save();
        saved["generators"]![0]!["state"] = "AAAA";
        Assert.Contains("generator 'torch'", Assert.Throws<FormatException>(() => streams.PutBack(saved)).Message, StringComparison.Ordinal);

        // Nor does a second try begin quietly anew.
        var restored = RandomStreams.Restore(saved);
        Assert.Contains("generator 'torch'", Assert.Throws<FormatException>(() => restored.TorchGenerator()).Message, StringComparison.Ordinal);
        Assert.Contains("generator 'torch'", Assert.Throws<FormatException>(() => restored.TorchGenerator()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Restoring_a_generator_needs_no_engine_before_it_is_asked_for()
    {
        var saved = new RandomStreams(7).Save();
        saved["generators"]!.AsArray().Add(JsonNode.Parse("""{"name":"torch","device":"cuda:5","state":"AAAA"}"""));
        Assert.Equal(saved.ToJsonString(), RandomStreams.Restore(saved).Save().ToJsonString());
    }

    private static float[] Draw(torch.Generator? generator)
    {
        using var values = torch.rand(8, generator: generator);
        return values.data<float>().ToArray();
    }
}
