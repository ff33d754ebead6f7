using Kit.Engine;
using Kit.TestSupport;
using static TorchSharp.torch;

namespace Kit.Tests.Engine;

[Collection(nameof(EngineState))]
public class ComputeThreadsTests
{
    [SkippableFact]
    public void All_cores_are_used_until_the_training_run_is_over_and_then_as_many_as_before()
    {
        TensorEngine.Needed();
        using var one = ComputeThreads.Of(1);
        using (var all = ComputeThreads.All())
        {
            Assert.Equal(all.Count, get_num_threads());
        }

        Assert.Equal(1, get_num_threads());
    }

    [SkippableFact]
    public void Disposing_twice_gives_back_once()
    {
        TensorEngine.Needed();
        using var one = ComputeThreads.Of(1);
        var two = ComputeThreads.Of(2);
        two.Dispose();
        using var three = ComputeThreads.Of(3);
        two.Dispose();
        Assert.Equal(3, get_num_threads());
    }

    [Theory]
    [InlineData(null, 8, 8)]
    [InlineData("", 8, 8)]
    [InlineData("many", 8, 8)]
    [InlineData("0", 8, 8)]
    [InlineData("3", 8, 3)]
    [InlineData("64", 8, 8)]
    public void The_user_may_allow_fewer_threads_than_cores_and_never_more(string? limit, int cores, int threads) =>
        Assert.Equal(threads, ComputeThreads.Allowed(limit, cores));

    [Fact]
    public void No_threads_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => ComputeThreads.Of(0));
}
