using System.Diagnostics;
using Kit.Foundation.Checkpoints;
using Kit.Foundation.Randomness;
using Kit.Foundation.Runs;
using Kit.TestSupport;

namespace Kit.Tests.Foundation.Runs;

public sealed class KillTests : IDisposable
{
    private const long Steps = 400;
    private const int CheckpointEvery = 10; // as tests/Run.Host has it

    private readonly TemporaryFolder _folder = new();

    private string Killed => _folder.At("killed");

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public void Killed_at_twenty_random_moments_a_run_ends_with_the_bytes_of_one_that_never_stopped()
    {
        TensorEngine.Needed();
        Assert.Equal(0, Learn(_folder.At("straight")));
        var moments = RandomStream.Of(2026, "kill");
        var kills = Enumerable.Range(0, 20).Select(_ => 1L + moments.Integer((int)Steps - 40)).Order();
        foreach (var step in kills)
        {
            using (var host = new HostRun(Killed, Steps, gate: step + 20))
            {
                host.WaitForRow(step);

                // Somewhere in the twenty steps that follow; a save among them takes about as long as the others together.
                var moment = moments.Uniform() * TimeSpan.FromMilliseconds(20);
                for (var since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since) < moment;)
                    Thread.SpinWait(100);
                host.Kill();
            }

            var steps = RunRecord.Read(Killed).Metrics.Steps;
            Assert.Equal(Enumerable.Range(1, steps.Count).Select(row => (long)row), steps);
            Assert.True(steps[^1] >= step);
            var store = new CheckpointStore(Path.Combine(Killed, "checkpoints"));
            using var checkpoint = store.LoadNewest();
            Assert.Empty(store.Problems);

            // The last one that was due, unless the kill came before or within its save.
            Assert.InRange(checkpoint?.Step ?? 0, (steps[^1] - 1) / CheckpointEvery * CheckpointEvery, steps[^1]);
        }

        Assert.Equal(0, Learn(Killed));
        RunTests.AssertSame(_folder.At("straight"), Killed);
        var record = RunRecord.Read(Killed);
        Assert.True(record.Completed);
        Assert.Single(record.Machines);
    }

    [SkippableFact]
    public void Ctrl_C_saves_the_very_step_and_the_run_goes_on_from_it()
    {
        TensorEngine.Needed();
        using (var host = new HostRun(Killed, 60, gate: 37))
        {
            host.WaitForRow(37);
            host.Interrupt();
            host.Open();
            Assert.Equal(130, host.End());
        }

        using (var checkpoint = new CheckpointStore(Path.Combine(Killed, "checkpoints")).LoadNewest())
            Assert.Equal(RunRecord.Read(Killed).Metrics.Steps[^1], checkpoint!.Step);
        Assert.Equal(0, Learn(Killed, 60));
        Assert.Equal(0, Learn(_folder.At("straight"), 60));
        RunTests.AssertSame(_folder.At("straight"), Killed);
    }

    [SkippableFact]
    public void Another_process_at_the_same_folder_is_refused()
    {
        TensorEngine.Needed();
        using var host = new HostRun(Killed, 60, gate: 1);
        host.WaitForRow(1);
        Assert.Contains("another process", Assert.Throws<RunException>(() => Run.Open(Killed, new RunTests.Walk(), 7)).Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_long_run_holds_as_many_tensors_at_its_end_as_at_its_beginning()
    {
        TensorEngine.Needed();
        using var host = new HostRun(Killed, 1000);
        Assert.Equal(0, host.End());
        Assert.True(host.Live[100] > 0);
        Assert.Equal(host.Live[100], host.Live[1000]);
    }

    private static int Learn(string folder, long steps = Steps)
    {
        using var host = new HostRun(folder, steps);
        return host.End();
    }
}
