namespace Kit.Cli.Tests;

public sealed class UsageTests : IDisposable
{
    private readonly KitProcess _kit = new();

    public void Dispose() => _kit.Dispose();

    [Theory]
    [InlineData("run")]
    [InlineData("test")]
    [InlineData("doctor")]
    [InlineData("export")]
    [InlineData("clean")]
    public void Every_command_explains_itself(string command)
    {
        var (exit, output) = _kit.Run(command, "--help");
        Assert.Equal(ExitCode.Fine, exit);
        Assert.Contains("Usage:", output, StringComparison.Ordinal);
        Assert.Contains("kit " + command, output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Without_a_command_the_commands_are_listed()
    {
        var (exit, output) = _kit.Run();
        Assert.Equal(ExitCode.Fine, exit);
        Assert.All(new[] { "run", "test", "doctor", "export", "clean" }, command => Assert.Contains(command, output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("run", "--sed", "1")]
    [InlineData("frobnicate")]
    [InlineData("run", "--profile", "middling")]
    [InlineData("run", "--seed", "many")]
    [InlineData("clean", "everything")]
    public void A_mistyped_command_option_or_value_is_bad_usage(params string[] arguments)
    {
        var (exit, output) = _kit.Run(arguments);
        Assert.Equal(ExitCode.BadInput, exit);
        Assert.Contains(arguments[^1] == "1" ? "--sed" : arguments[^1], output, StringComparison.Ordinal);
        Assert.Contains("--help", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_notebook_that_is_not_there_is_bad_input()
    {
        _kit.Notebook("00-first", "1 + 1");
        var (exit, output) = _kit.Run("run", "07");
        Assert.Equal(ExitCode.BadInput, exit);
        Assert.Contains("00-first", output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_doctor_names_the_package_mode_and_no_host_or_user()
    {
        var (exit, output) = _kit.Run("doctor");
        Assert.Equal(ExitCode.Fine, exit);
        Assert.Contains("package mode", output, StringComparison.Ordinal);
        Assert.DoesNotContain(Environment.MachineName, output, StringComparison.Ordinal);
    }
}
