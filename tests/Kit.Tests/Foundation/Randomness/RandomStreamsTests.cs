using System.Text.Json.Nodes;
using Kit.Foundation.Randomness;

namespace Kit.Tests.Foundation.Randomness;

public class RandomStreamsTests
{
    [Fact]
    public void A_stream_is_the_same_object_each_time_and_the_one_of_its_name()
    {
        var streams = new RandomStreams(7);
        Assert.Same(streams.Policy, streams["policy"]);
        Assert.Same(streams["environment", 3], streams["environment", 3]);
        Assert.Equal(RandomStream.Of(7, "environment").Bits(), streams.Environment.Bits());
        Assert.Equal(RandomStream.Of(7, "environment", 3).Bits(), streams["environment", 3].Bits());
        Assert.Equal(RandomStream.Of(7, "minibatch").Bits(), streams.Minibatch.Bits());
        Assert.Equal(RandomStream.Of(7, "initialisation").Bits(), streams.Initialisation.Bits());
    }

    [Fact]
    public void Draws_for_one_purpose_never_move_those_for_another()
    {
        var (busy, quiet) = (new RandomStreams(7), new RandomStreams(7));
        for (var i = 0; i < 100; i++)
        {
            busy.Policy.Normal();
            busy["environment", i + 1].Bits();
            Assert.Equal(quiet.Environment.Bits(), busy.Environment.Bits());
        }
    }

    [Fact]
    public void The_seed_of_a_child_is_the_first_number_of_its_stream()
    {
        Assert.Equal(Numpy.Get("child_seed").GetInt64(), new RandomStreams(7).Child(3).Seed);
        var streams = new RandomStreams(7);
        var seeds = Enumerable.Range(0, 10_000).Select(index => streams.Child(index).Seed).ToHashSet();
        Assert.Equal(10_000, seeds.Count);
        Assert.All(seeds, seed => Assert.InRange(seed, 0, (1L << 53) - 1));
        Assert.Empty(streams.Save()["streams"]!.AsArray());
    }

    [Fact]
    public void All_streams_go_on_where_they_were_saved()
    {
        var streams = Used(long.MinValue);
        var saved = JsonNode.Parse(streams.Save().ToJsonString())!.AsObject();
        var restored = RandomStreams.Restore(saved);
        Assert.Equal(long.MinValue, restored.Seed);
        Assert.Equal(streams.Save().ToJsonString(), restored.Save().ToJsonString());
        for (var i = 0; i < 50; i++)
        {
            Assert.Equal(streams.Policy.Bits(), restored.Policy.Bits());
            Assert.Equal(streams["environment", 2].Normal(), restored["environment", 2].Normal());
            Assert.Equal(streams.Minibatch.Bits(), restored.Minibatch.Bits());
        }
    }

    [Fact]
    public void Streams_that_are_put_back_are_the_ones_that_others_hold()
    {
        var streams = Used(7);
        var saved = streams.Save();
        var (policy, late) = (streams.Policy, streams["late"]);
        var expected = RandomStreams.Restore(saved).Policy.Bits();
        for (var i = 0; i < 100; i++)
            _ = policy.Bits() + late.Bits();
        streams.PutBack(saved);
        Assert.Same(policy, streams.Policy);
        Assert.Equal(expected, policy.Bits());
        Assert.Equal(RandomStream.Of(7, "late").Bits(), late.Bits());
    }

    [Fact]
    public void The_order_of_asking_is_not_seen_in_what_is_saved()
    {
        var (one, other) = (new RandomStreams(7), new RandomStreams(7));
        _ = (one["b"], one["a", 2], one["a", 1]);
        _ = (other["a", 1], other["b"], other["a", 2]);
        Assert.Equal(one.Save().ToJsonString(), other.Save().ToJsonString());
    }

    [Fact]
    public void Streams_of_another_seed_are_not_put_back()
    {
        var streams = new RandomStreams(8);
        var error = Assert.Throws<FormatException>(() => streams.PutBack(Used(7).Save()));
        Assert.Contains("seed: is 7, but this run's seed is 8", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"seed":7,"streams":[],"generators":[]}""", "torchGlobal")]
    [InlineData("""{"streams":[],"generators":[],"torchGlobal":null}""", "seed")]
    [InlineData("""{"seed":"7","streams":[],"generators":[],"torchGlobal":null}""", "$.seed")]
    [InlineData("""{"seed":7.5,"streams":[],"generators":[],"torchGlobal":null}""", "$.seed")]
    [InlineData("""{"seed":9223372036854775808,"streams":[],"generators":[],"torchGlobal":null}""", "$.seed")]
    [InlineData("""{"seed":7,"streams":null,"generators":[],"torchGlobal":null}""", "streams")]
    [InlineData("""{"seed":7,"streams":{},"generators":[],"torchGlobal":null}""", "$.streams")]
    [InlineData("""{"seed":7,"streams":[null],"generators":[],"torchGlobal":null}""", "streams[0]")]
    [InlineData("""{"seed":7,"streams":[{"name":"a","index":0}],"generators":[],"torchGlobal":null}""", "state")]
    [InlineData("""{"seed":7,"streams":[{"name":"a","index":0,"state":null}],"generators":[],"torchGlobal":null}""", "state")]
    [InlineData("""{"seed":7,"streams":[],"generators":[{"name":"torch","device":"cpu","state":"?"}],"torchGlobal":null}""", "$.generators[0].state")]
    [InlineData("""{"seed":7,"streams":[],"generators":[null],"torchGlobal":null}""", "generators[0]")]
    [InlineData("""{"seed":7,"streams":[],"generators":[],"torchGlobal":null,"steams":[]}""", "steams")]
    public void What_is_not_a_saved_set_is_refused_by_field(string json, string field)
    {
        var error = Assert.Throws<FormatException>(() => RandomStreams.Restore(JsonNode.Parse(json)!.AsObject()));
        Assert.Contains(field, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name", "\"policy\"", "streams[0].state.key: is not that of 'policy' with index 2 under the seed 7")]
    [InlineData("name", "\" \"", "streams[0].name")]
    [InlineData("index", "1", "streams[0].state.key")]
    [InlineData("index", "null", "$.streams[0].index")]
    [InlineData("state", """{"key":"0","counter":"0","position":0}""", "streams[0].state: Key")]
    [InlineData("state", """{"key":"0","counter":"0"}""", "position")]
    public void A_spoiled_stream_is_refused_by_field_and_moves_nothing(string field, string value, string expected)
    {
        var streams = Used(7);
        var before = streams.Save().ToJsonString();
        var spoiled = streams.Save();
        spoiled["streams"]![0]![field] = JsonNode.Parse(value);
        Assert.Contains(expected, Assert.Throws<FormatException>(() => streams.PutBack(spoiled)).Message, StringComparison.Ordinal);
        Assert.Equal(before, streams.Save().ToJsonString());
    }

    [Fact]
    public void A_stream_that_stands_there_twice_is_refused()
    {
        var saved = Used(7).Save();
        saved["streams"]!.AsArray().Add(saved["streams"]![1]!.DeepClone());
        Assert.Contains("stands there twice", Assert.Throws<FormatException>(() => RandomStreams.Restore(saved)).Message, StringComparison.Ordinal);
    }

    private static RandomStreams Used(long seed)
    {
        var streams = new RandomStreams(seed);
        for (var i = 0; i < 37; i++)
            streams.Policy.Normal();
        streams["environment", 2].Bits();
        return streams;
    }
}
