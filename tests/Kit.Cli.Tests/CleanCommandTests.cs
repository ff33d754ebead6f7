using Kit.Cli.Commands;
using Kit.TestSupport;

namespace Kit.Cli.Tests;

public class CleanCommandTests
{
    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void Clean_removes_what_was_written_and_all_removes_what_is_remembered_too(bool all, bool stateStays)
    {
        using var folder = new TemporaryFolder();
        var checkout = new Checkout(folder.Path);
        Directory.CreateDirectory(folder.At("notebooks"));
        Directory.CreateDirectory(folder.At("out", "html"));
        Directory.CreateDirectory(folder.At(".kit"));

        var output = new StringWriter();
        Assert.Equal(ExitCode.Fine, CleanCommand.Clean(checkout, all, output));

        Assert.False(Directory.Exists(folder.At("out")));
        Assert.Equal(stateStays, Directory.Exists(folder.At(".kit")));
        Assert.True(Directory.Exists(folder.At("notebooks")));
        Assert.Contains("removed out/", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Cleaning_twice_is_harmless()
    {
        using var folder = new TemporaryFolder();
        var checkout = new Checkout(folder.Path);
        CleanCommand.Clean(checkout, all: true, TextWriter.Null);
        Assert.Equal(ExitCode.Fine, CleanCommand.Clean(checkout, all: true, TextWriter.Null));
    }
}
