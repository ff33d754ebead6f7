using System.Text.Json;
using Kit.Foundation;
using Kit.TestSupport;

namespace Kit.Tests.Foundation;

public class MachineFactsTests
{
    [Fact]
    public void Facts_name_processor_cores_and_versions()
    {
        var facts = MachineFacts.Read();
        Assert.NotEmpty(facts.Processor);
        Assert.Equal(Environment.ProcessorCount, facts.Cores);
        Assert.StartsWith(".NET 10.", facts.Runtime, StringComparison.Ordinal);
        Assert.True(facts.MemoryGiB > 0.5);
        Assert.Contains(facts.Packages, new[] { "standins", "nuget" });
    }

    [Fact]
    public void Facts_never_name_the_host_the_user_or_a_path()
    {
        var text = JsonSerializer.Serialize(MachineFacts.Read());
        Assert.DoesNotContain($"\"{Environment.MachineName}\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain($"\"{Environment.UserName}\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Repository.Root, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + "/", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Variables_that_change_numbers_are_named_without_their_values()
    {
        Environment.SetEnvironmentVariable("OPENBLAS_KIT_TEST", "a-value-that-stays-private");
        try
        {
            var facts = MachineFacts.Read();
            Assert.Contains("OPENBLAS_KIT_TEST", facts.EnvironmentOverrides);
            Assert.DoesNotContain("a-value-that-stays-private", JsonSerializer.Serialize(facts), StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("OPENBLAS_KIT_TEST", null);
        }
    }
}
