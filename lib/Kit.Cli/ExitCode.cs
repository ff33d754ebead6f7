namespace Kit.Cli;

/// <summary>What every command of the kit returns to the shell.</summary>
public static class ExitCode
{
    /// <summary>All is well.</summary>
    public const int Fine = 0;

    /// <summary>A result is wrong: a test failed, a notebook raised an error or disagrees with what is stored.</summary>
    public const int WrongResult = 1;

    /// <summary>Bad input or usage: an unknown option, a missing or malformed file.</summary>
    public const int BadInput = 2;

    /// <summary>The machine lacks something, which the message names with the line that installs it.</summary>
    public const int MachineLacks = 3;

    /// <summary>Stopped by Ctrl-C (128 + SIGINT, as shells have it).</summary>
    public const int Interrupted = 130;
}
