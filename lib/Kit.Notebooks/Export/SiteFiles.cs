namespace Kit.Notebooks.Export;

/// <summary>The files beside a site's pages.</summary>
/// <param name="folder">the site's folder</param>
/// <param name="sourceFolder">where notebooks' own pictures lie, or null</param>
/// <param name="hasPlotly">whether charts may come alive</param>
internal sealed class SiteFiles(string folder, string? sourceFolder, bool hasPlotly)
{
    public bool HasPlotly { get; } = hasPlotly;

    public HashSet<string> Figures { get; } = [];

    public List<string> Warnings { get; } = [];

    /// <summary>Writes a picture; gives its address relative to the site's folder.</summary>
    public string Figure(string name, byte[] content)
    {
        Write($"figures/{name}", content);
        Figures.Add(name);
        return $"figures/{Uri.EscapeDataString(name)}";
    }

    public void Write(string name, byte[] content)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }

    /// <summary>A file that lies beside the notebooks, or null.</summary>
    public byte[]? Source(string name)
    {
        var path = sourceFolder is null ? null : Path.Combine(sourceFolder, name);
        return File.Exists(path) ? File.ReadAllBytes(path) : null;
    }

    public void Warn(string warning)
    {
        if (!Warnings.Contains(warning))
        {
            Warnings.Add(warning);
        }
    }
}
