using System.Reflection;

namespace Kit.TestSupport;

/// <summary>Where the tests find the checkout and the optional reference material.</summary>
internal static class Repository
{
    /// <summary>The root of the checkout that these tests were built from.</summary>
    public static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "KitRoot").Value!;

    /// <summary>A path below the root of the checkout.</summary>
    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The folder that KIT_REFERENCE names, or a skipped test with the reason.</summary>
    public static string Reference(params string[] parts)
    {
        var folder = Environment.GetEnvironmentVariable("KIT_REFERENCE");
        Skip.If(string.IsNullOrEmpty(folder), "KIT_REFERENCE is not set: it names a folder with reference material (api/, data/).");
        var path = Path.Combine([Path.GetFullPath(folder!, Root), .. parts]);
        Skip.If(!Path.Exists(path), $"KIT_REFERENCE has no {Path.Combine(parts)}.");
        return path;
    }
}
