using System.Text;

namespace Kit.Notebooks.Export;

/// <summary>The files that lie inside this assembly: the site's style and script, the formula renderer.</summary>
internal static class EmbeddedFile
{
    public static string Text(string name)
    {
        using var stream = typeof(EmbeddedFile).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
