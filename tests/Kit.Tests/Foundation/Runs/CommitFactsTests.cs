using System.Diagnostics;
using Kit.Foundation.Runs;
using Kit.TestSupport;

namespace Kit.Tests.Foundation.Runs;

public class CommitFactsTests
{
    [SkippableFact]
    public void A_checkout_has_a_commit_and_says_whether_it_was_modified()
    {
        using var folder = new TemporaryFolder();
        Skip.IfNot(Git(folder, "init", "--quiet") == 0, "git is not installed.");
        File.WriteAllText(folder.At("source.cs"), "class A;");
        Git(folder, "add", "source.cs");
        Git(folder, "-c", "user.name=nobody", "-c", "user.email=nobody@example.org", "commit", "--quiet", "--message", "one");
        var clean = CommitFacts.Of(folder.Path);
        Assert.Matches("^[0-9a-f]{40}$", clean.Id);
        Assert.False(clean.Modified);

        File.WriteAllText(folder.At("source.cs"), "class B;");
        Assert.Equal(clean with { Modified = true }, CommitFacts.Of(folder.Path));
    }

    [Fact]
    public void Without_a_checkout_it_is_what_the_build_wrote_down()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(CommitFacts.Of(null), CommitFacts.Of(folder.Path));
        Assert.Null(CommitFacts.Of(null).Modified);
    }

    private static int Git(TemporaryFolder folder, params string[] arguments)
    {
        try
        {
            using var git = Process.Start("git", ["-C", folder.Path, .. arguments]);
            git.WaitForExit();
            return git.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return -1;
        }
    }
}
