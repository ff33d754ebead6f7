namespace Engine.Tests.Internals.Safety;

[Collection(Alone.Name)]
public sealed class ThreadsTests
{
    /// <summary>Five seconds; KIT_LONG_TESTS=1 makes it sixty.</summary>
    [Fact]
    public void Eight_threads_that_use_tensors_autograd_and_scopes_at_once_get_right_results_and_leave_nothing()
    {
        var seconds = Environment.GetEnvironmentVariable("KIT_LONG_TESTS") == "1" ? 60 : 5;
        var host = HostProcess.Run($"threads {seconds}");
        Assert.InRange(host["rounds"], 1000, long.MaxValue);
        Assert.Equal(0, host["tensors-more"]);
        Assert.Equal(0, host["bytes-more"]);
    }
}
