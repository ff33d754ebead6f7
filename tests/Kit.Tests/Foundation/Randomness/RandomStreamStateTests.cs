using System.Text.Json;
using Kit.Foundation.Randomness;

namespace Kit.Tests.Foundation.Randomness;

public class RandomStreamStateTests
{
    [Fact]
    public void A_stream_saved_at_any_position_goes_on_in_the_same_way()
    {
        for (var drawn = 0; drawn < 70; drawn++)
        {
            var stream = RandomStream.Of(7, "policy");
            for (var i = 0; i < drawn; i++)
                stream.Bits();
            var state = JsonSerializer.Deserialize<RandomStreamState>(JsonSerializer.Serialize(stream.Save()))!;
            Assert.Equal(stream.Save(), state);
            var restored = RandomStream.Restore(state);
            Assert.Equal(state, restored.Save());
            for (var i = 0; i < 70; i++)
            {
                Assert.Equal(stream.Bits(), restored.Bits());
                Assert.Equal(stream.Save(), restored.Save());
            }
        }
    }

    [Fact]
    public void Saving_changes_nothing()
    {
        var (saved, other) = (RandomStream.Of(7, "policy"), RandomStream.Of(7, "policy"));
        for (var i = 0; i < 40; i++)
        {
            saved.Save();
            Assert.Equal(other.Bits(), saved.Bits());
        }
    }

    [Theory]
    [InlineData(0, 0, 4)]
    [InlineData(1, 1, 1)]
    [InlineData(4, 1, 4)]
    [InlineData(5, 2, 1)]
    [InlineData(32, 8, 4)]
    [InlineData(33, 9, 1)]
    public void The_state_says_which_block_and_how_much_of_it(int drawn, int counter, int position)
    {
        // NumPy's Philox(...).state after so many draws: state.counter[0] and buffer_pos.
        var stream = RandomStream.Of(7, "policy");
        for (var i = 0; i < drawn; i++)
            stream.Bits();
        Assert.Equal(new RandomStreamState("dc1258764b0c37d4835f2e5aaaf4c459", $"{counter:x32}", position), stream.Save());
    }

    [Fact]
    public void Position_zero_is_the_beginning_of_the_block()
    {
        var stream = RandomStream.Of(7, "policy");
        var state = stream.Save() with { Counter = $"{1:x32}", Position = 0 };
        var restored = RandomStream.Restore(state);
        Assert.Equal(state, restored.Save());
        Assert.Equal(stream.Bits(), restored.Bits());
    }

    [Fact]
    public void A_counter_beyond_64_bits_carries_over()
    {
        var state = new RandomStreamState($"{1:x32}", "0000000000000000ffffffffffffffff", 4);
        var stream = RandomStream.Restore(state);
        var block = new ulong[4];
        Philox.Block(0, 1, 0, 0, 1, 0, block);
        Assert.All(block, expected => Assert.Equal(expected, stream.Bits()));
        Assert.Equal(state with { Counter = "00000000000000010000000000000000" }, stream.Save());
    }

    [Theory]
    [InlineData("", "Key")]
    [InlineData("12", "Key")]
    [InlineData("dc1258764b0c37d4835f2e5aaaf4c45g", "Key")]
    [InlineData(" c1258764b0c37d4835f2e5aaaf4c459", "Key")]
    [InlineData("-c1258764b0c37d4835f2e5aaaf4c459", "Key")]
    [InlineData(null, "Key")]
    [InlineData("", "Counter")]
    [InlineData("dc1258764b0c37d4835f2e5aaaf4c45900", "Counter")]
    [InlineData(null, "Counter")]
    public void What_is_no_number_of_128_bits_is_refused_by_name(string? text, string field)
    {
        var good = RandomStream.Of(7, "policy").Save();
        var bad = field == "Key" ? good with { Key = text! } : good with { Counter = text! };
        Assert.StartsWith(field, Assert.Throws<FormatException>(() => RandomStream.Restore(bad)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(5)]
    public void A_position_outside_a_block_is_refused(int position)
    {
        var bad = RandomStream.Of(7, "policy").Save() with { Position = position };
        Assert.Contains($"Position of a random stream is {position}", Assert.Throws<FormatException>(() => RandomStream.Restore(bad)).Message, StringComparison.Ordinal);
    }
}
