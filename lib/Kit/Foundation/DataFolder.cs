namespace Kit.Foundation;

/// <summary>Where the kit's own data lie: in the folder <c>data</c> beside Kit.dll, wherever a notebook or a program runs.</summary>
public static class DataFolder
{
    /// <summary>The folder.</summary>
    public static string Path { get; } = System.IO.Path.Combine(
        System.IO.Path.GetDirectoryName(typeof(DataFolder).Assembly.Location) is { Length: > 0 } folder ? folder : AppContext.BaseDirectory,
        "data");

    /// <summary>A file in the folder.</summary>
    public static string At(params string[] parts)
    {
        var path = System.IO.Path.Combine([Path, .. parts]);
        return File.Exists(path)
            ? path
            : throw new FileNotFoundException($"{path}: the kit's data are not where its build puts them; run ./kit run, which builds it", path);
    }
}
