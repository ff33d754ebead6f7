using System.Text.Json;
using Kit.Engine;
using Kit.TestSupport;
using static TorchSharp.torch;

namespace Kit.Tests.Engine;

[Collection(nameof(EngineState))]
public class EngineFactsTests
{
    [SkippableFact]
    public void Facts_name_libtorch_its_origin_and_its_blas_each_with_a_version()
    {
        TensorEngine.Needed();
        var facts = EngineFacts.Read();
        Assert.Null(facts.Problem);
        Assert.StartsWith("TorchSharp ", facts.Name, StringComparison.Ordinal);
        Assert.Matches(@"^(libtorch|TorchSharp) \d+\.\d+\.\d+", facts.Libtorch);
        Assert.Matches(@"^(OpenBLAS \d+\.\d+\.\d+ \w+|reference BLAS|libtorch's own|[\w-]+)$", facts.Blas);
        Assert.True(facts.Threads >= 1);
    }

    [SkippableFact]
    public void A_libtorch_that_is_not_there_is_a_fact_with_the_mend_and_not_an_exception()
    {
        TensorEngine.Needed();
        Skip.If(Kit.Foundation.MachineFacts.Read().Packages == "nuget", "TorchSharp's packages bring their own libtorch.");
        var facts = With("KIT_ENGINE", "none", EngineFacts.Read);
        Assert.Equal(EngineFacts.None, facts.Libtorch);
        Assert.Equal(EngineFacts.None, facts.Blas);
        Assert.Contains("KIT_ENGINE", facts.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain("KIT_ENGINE", JsonSerializer.Serialize(facts), StringComparison.Ordinal);
    }

    [Fact]
    public void Variables_that_choose_other_kernels_are_warned_of_with_their_value()
    {
        var warnings = EngineFacts.OverrideWarnings(name => name == "OPENBLAS_CORETYPE" ? "Haswell" : "").ToList();
        Assert.StartsWith("OPENBLAS_CORETYPE is Haswell:", Assert.Single(warnings), StringComparison.Ordinal);
        Assert.Empty(EngineFacts.OverrideWarnings(_ => null));
    }

    [SkippableFact]
    public void A_check_multiplies_matrices_and_leaves_the_threads_as_they_were()
    {
        TensorEngine.Needed();
        using var threads = ComputeThreads.Of(1);
        var check = EngineCheck.Run();
        Assert.True(check.Gflops > 0 && double.IsFinite(check.Gflops));
        Assert.True(check.GflopsOnAllCores > 0 && double.IsFinite(check.GflopsOnAllCores));
        Assert.Equal(Environment.ProcessorCount, check.Cores);
        Assert.True(check.CudaDevices >= 0);
        Assert.Equal(1, get_num_threads());
    }

    [Theory]
    [InlineData("BLAS_INFO=mkl, BUILD_TYPE=Release", "mkl")]
    [InlineData("  - x\n  - BLAS_INFO= open", "open")]
    [InlineData("nothing of the kind", "")]
    public void A_word_behind_a_label_is_found(string text, string word) => Assert.Equal(word, EngineCheck.After(text, "BLAS_INFO="));

    private static T With<T>(string variable, string value, Func<T> action)
    {
        var before = Environment.GetEnvironmentVariable(variable);
        Environment.SetEnvironmentVariable(variable, value);
        try
        {
            return action();
        }
        finally
        {
            Environment.SetEnvironmentVariable(variable, before);
        }
    }
}
