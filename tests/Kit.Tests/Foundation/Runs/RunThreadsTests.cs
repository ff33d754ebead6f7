using Kit.Foundation.Runs;
using Kit.Tests.Engine;
using Kit.TestSupport;
using static TorchSharp.torch;

namespace Kit.Tests.Foundation.Runs;

[Collection(nameof(EngineState))]
public class RunThreadsTests
{
    [SkippableFact]
    public void A_run_computes_on_as_many_threads_as_its_settings_say()
    {
        TensorEngine.Needed();
        using var folder = new TemporaryFolder();
        var before = get_num_threads();
        using (Run.Open(folder.Path, new RunTests.Walk(), 1, new RunSettings { Threads = before + 1 }))
            Assert.Equal(before + 1, get_num_threads());
        Assert.Equal(before, get_num_threads());
    }
}
