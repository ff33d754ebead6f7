using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace Kit.Notebooks.Session;

/// <summary>Finds the assemblies and native libraries that cells have referenced, for the whole process.</summary>
/// <remarks>It is asked only for what is not loaded and does not belong to this program, so a loaded assembly always wins.</remarks>
internal static class LibraryResolver
{
    private static readonly ConcurrentDictionary<string, string> Managed = new(StringComparer.OrdinalIgnoreCase);
    private static readonly ConcurrentDictionary<string, bool> NativeFolders = new();

    static LibraryResolver()
    {
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            name.Name is { } simple && Managed.TryGetValue(simple, out var path) ? context.LoadFromAssemblyPath(path) : null;
        AssemblyLoadContext.Default.ResolvingUnmanagedDll += ResolveNative;
    }

    /// <summary>Makes an assembly loadable by its simple name; the first file of a name stays.</summary>
    public static void AddManaged(string path)
    {
        Managed.TryAdd(Path.GetFileNameWithoutExtension(path), path);
        AddNativeFolder(Path.GetDirectoryName(path)!);
    }

    /// <summary>Makes the native libraries of a folder loadable, and those for this platform below its <c>runtimes</c>.</summary>
    public static void AddNativeFolder(string folder) => NativeFolders.TryAdd(folder, true);

    private static nint ResolveNative(Assembly assembly, string name)
    {
        foreach (var folder in NativeFolders.Keys.Order(StringComparer.Ordinal))
        {
            foreach (var place in (string[])[folder, Path.Combine(folder, "runtimes", RuntimeInformation.RuntimeIdentifier, "native")])
            {
                foreach (var file in (string[])[name, $"lib{name}.so", $"{name}.so"])
                {
                    var path = Path.Combine(place, file);
                    if (File.Exists(path) && NativeLibrary.TryLoad(path, out var handle))
                    {
                        return handle;
                    }
                }
            }
        }

        return 0;
    }
}
