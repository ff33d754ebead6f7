using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;

namespace Kit.Foundation.Runs;

/// <summary>The sources of the kit that computed a result, as far as they can be found out.</summary>
/// <param name="Id">the commit; null where it is unknown</param>
/// <param name="Modified">whether files under version control differed from it; null where that is unknown</param>
public sealed record CommitFacts(string? Id, bool? Modified)
{
    private static readonly Lazy<CommitFacts> Found = new(() => Of(Checkout()));

    /// <summary>Asks git about the checkout that the kit was started from, else the version that the build wrote into Kit.dll; once a process.</summary>
    public static CommitFacts Read() => Found.Value;

    /// <summary>The facts of a checkout; null: there is none.</summary>
    internal static CommitFacts Of(string? root)
    {
        if (root is not null && Git(root, "rev-parse", "HEAD") is { } id)
        {
            return new CommitFacts(id, Git(root, "status", "--porcelain", "--untracked-files=no") is { } changes ? changes.Length > 0 : null);
        }

        // The build writes 1.2.3+<commit> where it knows the commit.
        var version = typeof(CommitFacts).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+');
        return new CommitFacts(version is [_, { Length: > 0 } built] ? built : null, null);
    }

    private static string? Checkout()
    {
        var start = Environment.GetEnvironmentVariable("KIT_ROOT") is { Length: > 0 } root ? root : AppContext.BaseDirectory;
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Kit.sln")))
            {
                // A copy of the sources within another project's repository has no commit of its own.
                return Path.Exists(Path.Combine(folder.FullName, ".git")) ? folder.FullName : null;
            }
        }

        return null;
    }

    private static string? Git(string root, params string[] arguments)
    {
        try
        {
            // Without the optional locks a look at the status never gets in the way of somebody's commit.
            using var git = Process.Start(new ProcessStartInfo("git", ["--no-optional-locks", "-C", root, .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                RedirectStandardInput = true,
            })!;
            git.ErrorDataReceived += (_, _) => { };
            git.BeginErrorReadLine();
            var output = git.StandardOutput.ReadToEnd().Trim();
            git.WaitForExit();
            return git.ExitCode == 0 ? output : null;
        }
        catch (Win32Exception)
        {
            return null; // no git on this machine
        }
    }
}
