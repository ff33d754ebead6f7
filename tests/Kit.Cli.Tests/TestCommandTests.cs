namespace Kit.Cli.Tests;

public sealed class TestCommandTests : IDisposable
{
    private readonly KitProcess _kit = new();

    public TestCommandTests() => Directory.CreateDirectory(_kit.At("tests"));

    public void Dispose() => _kit.Dispose();

    [Fact]
    public void Each_notebook_is_a_test_and_one_that_cannot_be_read_is_one_failure()
    {
        _kit.Notebook("00-good", "1 + 1");
        Assert.Equal(ExitCode.Fine, _kit.Run("run", "--update").ExitCode);
        File.WriteAllText(_kit.At("notebooks", "01-broken.ipynb"), "{\"cells\": [");

        var (exit, output) = _kit.Run("test");

        Assert.Equal(ExitCode.WrongResult, exit);
        Assert.Contains("FAILED notebooks/01-broken.ipynb", output, StringComparison.Ordinal);
        Assert.EndsWith("\n1 passed, 1 failed, 0 skipped\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_filter_that_nothing_matches_is_bad_input()
    {
        _kit.Notebook("00-good", "1 + 1");
        Assert.Equal(ExitCode.BadInput, _kit.Run("test", "nothing-by-that-name").ExitCode);
    }
}
