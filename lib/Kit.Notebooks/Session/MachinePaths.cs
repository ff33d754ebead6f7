using System.Text.RegularExpressions;

namespace Kit.Notebooks.Session;

/// <summary>Takes what names this machine out of a text that will be stored: errors must read the same everywhere.</summary>
internal sealed partial class MachinePaths
{
    private readonly List<(string Path, string Instead)> _replacements = [];

    /// <summary>Paths below the notebook's folder and the three folders above it become relative to it.</summary>
    public MachinePaths(string folder)
    {
        var up = "";
        for (var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)); up.Length <= 9 && Depth(path) >= 2; path = Path.GetDirectoryName(path)!)
        {
            Add(path, up);
            up += "../";
        }

        Add(Path.GetTempPath(), "<temp>/");
        Add(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), "~/");
        Add(Path.GetDirectoryName(typeof(object).Assembly.Location), "<dotnet>/");
    }

    /// <summary>The text without this machine's paths.</summary>
    public string Strip(string text)
    {
        if (!text.Contains('/', StringComparison.Ordinal))
        {
            return text;
        }

        foreach (var (path, instead) in _replacements)
        {
            text = text.Replace(path + "/", instead, StringComparison.Ordinal);
        }

        return SourcePosition().Replace(text, " in $1:line $2");
    }

    private void Add(string? path, string instead)
    {
        path = Path.TrimEndingDirectorySeparator(path ?? "");
        if (path.Length > 1)
        {
            _replacements.Add((path, instead));
        }
    }

    private static int Depth(string path) => path.Count(character => character == '/');

    // Where the runtime says on which line of which source file of a library something happened.
    [GeneratedRegex(@" in /(?:[^\n]*/)?([^/\n]+):line (\d+)")]
    private static partial Regex SourcePosition();
}
