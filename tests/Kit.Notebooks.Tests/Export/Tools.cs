using Kit.Notebooks.Export;
using Kit.Notebooks.Format;
using Kit.TestSupport;

namespace Kit.Notebooks.Tests.Export;

/// <summary>Programs that a machine may lack: a test that needs one is skipped with the line that installs it.</summary>
internal static class Tools
{
    public static string Folder { get; } = Repository.At(".kit", "katex");

    public static T OrSkip<T>(Func<T> run)
    {
        try
        {
            return run();
        }
        catch (MissingToolException missing)
        {
            Skip.If(true, missing.Message);
            throw;
        }
    }

    /// <summary>What a refused notebook is told.</summary>
    public static string Refusal(Action run) => OrSkip(() =>
    {
        try
        {
            run();
        }
        catch (NotebookFormatException refusal)
        {
            return refusal.Message;
        }

        return "was not refused";
    });

    public static string Chromium() => OrSkip(() => ExternalTool.Find("Looking at exported pages", "chromium", "chromium", "chromium-browser", "google-chrome"));
}
