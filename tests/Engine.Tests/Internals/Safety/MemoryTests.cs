namespace Engine.Tests.Internals.Safety;

/// <summary>What stays in memory, measured in a process of its own.</summary>
[Collection(Alone.Name)]
public sealed class MemoryTests
{
    private const long Megabyte = 1L << 20;

    [Fact]
    public void Forty_thousand_tensors_of_a_megabyte_that_nobody_disposes_stay_under_a_gigabyte()
    {
        var host = HostProcess.Run("large-forgotten");
        Assert.InRange(host["peak"], 1, 1000 * Megabyte);
        Assert.InRange(host["reliefs"], 1, 2000);
    }

    [Fact]
    public void Disposed_they_stay_under_300_megabytes_and_never_force_a_collection()
    {
        var host = HostProcess.Run("large-disposed");
        Assert.InRange(host["peak"], 1, 300 * Megabyte);
        Assert.Equal(0, host["reliefs"]);
    }

    [Fact]
    public void Four_million_tensors_of_16_kilobytes_that_nobody_disposes_stay_under_700_megabytes() =>
        Assert.InRange(HostProcess.Run("small-forgotten")["peak"], 1, 700 * Megabyte);

    [Fact]
    public void Eight_threads_that_forget_their_tensors_do_not_outrun_the_collector()
    {
        var host = HostProcess.Run("forgotten-by-threads");
        Assert.InRange(host["peak"], 1, 2000 * Megabyte);
        Assert.Equal(0, host["live-tensors"]);
    }

    [Fact]
    public void Two_hundred_training_steps_leave_native_memory_exactly_flat_and_resident_memory_to_5_percent()
    {
        var host = HostProcess.Run("training");
        Assert.Equal(host["bytes-lowest"], host["bytes-highest"]);
        Assert.Equal(host["tensors-lowest"], host["tensors-highest"]);
        Assert.InRange(host["resident-late"], host["resident-early"] * 95 / 100, host["resident-early"] * 105 / 100);
        Assert.InRange(host["last-loss"], 0, host["first-loss"] / 2);
    }

    [Fact]
    public void Finalizers_may_make_more_than_starts_a_relief()
    {
        var host = HostProcess.Run("finalizer");
        Assert.Equal(1200, host["made"]);
        Assert.InRange(host["reliefs"], 1, 100);
    }
}
