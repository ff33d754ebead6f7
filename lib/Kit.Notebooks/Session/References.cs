using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.Loader;
using System.Text.Json.Nodes;
using Kit.Display;
using Microsoft.CodeAnalysis;

namespace Kit.Notebooks.Session;

/// <summary>The assemblies that a session's cells can use: the framework, the display API, and what <c>#r</c> has added.</summary>
internal sealed class References
{
    // What is found here is the program's own or the framework's, and is loaded by name whatever a library brings along.
    private static readonly Dictionary<string, string> Trusted = ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .GroupBy(path => Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);

    private static readonly string FrameworkFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    private readonly Dictionary<string, string> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<MetadataReference> _new = [];

    /// <summary>Starts with the running framework and the display API.</summary>
    public References()
    {
        foreach (var path in Trusted.Values.Where(path => Path.GetDirectoryName(path) == FrameworkFolder).Order(StringComparer.Ordinal))
        {
            Add(path);
        }

        Add(typeof(DisplayContext).Assembly.Location);
    }

    /// <summary>What no submission has yet. One inherits the references of its predecessors, and passing them again costs memory for each of those.</summary>
    public IReadOnlyList<MetadataReference> New => _new;

    /// <summary>Says that a submission has taken what was new.</summary>
    public void Taken() => _new.Clear();

    /// <summary><c>#r "x.dll"</c>: the assembly, and those lying beside it that it names in its dependencies or references.</summary>
    public void AddFile(string where, string argument, string folder)
    {
        var name = LocalFile.Name(where, "#r", argument);
        if (!name.Contains('/', StringComparison.Ordinal) && (Trusted.ContainsKey(name) || Trusted.ContainsKey(Path.GetFileNameWithoutExtension(name)))
            && !File.Exists(Path.GetFullPath(name, folder)))
        {
            return; // #r "System.Net.Http": the framework is referenced already
        }

        var path = Path.GetFullPath(name, folder);
        if (!File.Exists(path))
        {
            throw new DirectiveException($"{where}: #r \"{name}\": there is no such file beside the notebook. If it is the kit's own library, build it first: ./kit build");
        }

        var simple = Path.GetFileNameWithoutExtension(path);
        if (_known.TryGetValue(simple, out var before) && before != path && !Trusted.ContainsKey(simple))
        {
            throw new DirectiveException($"{where}: #r \"{name}\": another {simple} is referenced already, and assemblies cannot be replaced while the session runs. Restart it.");
        }

        List<string> added = [];
        LocalFile.LengthOf(where, "#r", name, path);
        try
        {
            AddWithNeighbours(path, added);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            throw new DirectiveException($"{where}: #r \"{name}\" cannot be read: {broken.Message}", broken);
        }
        catch (BadImageFormatException broken)
        {
            throw new DirectiveException($"{where}: #r \"{name}\" is not a .NET assembly.", broken);
        }

        RegisterDisplayExtensions(where, added);
    }

    /// <summary>The assemblies of restored packages: those to compile against, those to load, and folders of native libraries.</summary>
    public void AddPackages(string where, RestoredPackages packages)
    {
        packages.Runtime.ToList().ForEach(LibraryResolver.AddManaged);
        packages.NativeFolders.ToList().ForEach(LibraryResolver.AddNativeFolder);
        List<string> added = [.. packages.Compile.Where(Add)];
        RegisterDisplayExtensions(where, [.. packages.Runtime.Where(path => added.Exists(it => Path.GetFileName(it) == Path.GetFileName(path)))]);
    }

    private bool Add(string path)
    {
        var simple = Path.GetFileNameWithoutExtension(path);
        path = Trusted.GetValueOrDefault(simple, path);
        if (!_known.TryAdd(simple, path))
        {
            return false;
        }

        _new.Add(MetadataReference.CreateFromFile(path));
        return true;
    }

    private void AddWithNeighbours(string path, List<string> added)
    {
        var folder = Path.GetDirectoryName(path)!;
        var open = new Queue<string>([path]);
        foreach (var dependency in Dependencies(path))
        {
            open.Enqueue(dependency);
        }

        while (open.TryDequeue(out var next))
        {
            if (_known.ContainsKey(Path.GetFileNameWithoutExtension(next)))
            {
                continue;
            }

            var needed = ReferencedNames(next);
            Add(next);
            added.Add(next);
            LibraryResolver.AddManaged(next);
            foreach (var name in needed)
            {
                var beside = Path.Combine(folder, name + ".dll");
                if (File.Exists(beside))
                {
                    open.Enqueue(beside);
                }
            }
        }
    }

    // A compiler leaves references out that the library itself does not use; the list of its build has them.
    private static IEnumerable<string> Dependencies(string path)
    {
        var list = Path.ChangeExtension(path, ".deps.json");
        if (!File.Exists(list))
        {
            return [];
        }

        try
        {
            var targets = JsonNode.Parse(File.ReadAllText(list))?["targets"] as JsonObject;
            return
            [
                .. from target in targets ?? []
                   from library in target.Value as JsonObject ?? []
                   from file in library.Value?["runtime"] as JsonObject ?? []
                   let beside = Path.Combine(Path.GetDirectoryName(path)!, Path.GetFileName(file.Key))
                   where beside != path && File.Exists(beside)
                   select beside,
            ];
        }
        catch (System.Text.Json.JsonException)
        {
            return [];
        }
    }

    private static List<string> ReferencedNames(string path) => Read(path, reader =>
        reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name)).ToList());

    private static T Read<T>(string path, Func<MetadataReader, T> read)
    {
        using var stream = File.OpenRead(path);
        using var image = new PEReader(stream);
        return image.HasMetadata ? read(image.GetMetadataReader()) : throw new BadImageFormatException("no metadata", path);
    }

    // The attribute is looked for in the file first: most assemblies lack it and need not be loaded yet.
    private static void RegisterDisplayExtensions(string where, IEnumerable<string> paths)
    {
        foreach (var path in paths.Where(path => Read(path, HasDisplayExtension)))
        {
            var assembly = AssemblyLoadContext.Default.LoadFromAssemblyName(AssemblyName.GetAssemblyName(path));
            foreach (var attribute in assembly.GetCustomAttributesData().Where(it => it.AttributeType.FullName == typeof(DisplayExtensionAttribute).FullName))
            {
                try
                {
                    var registrar = (Type)attribute.ConstructorArguments[0].Value!;
                    registrar.GetMethod("Register", BindingFlags.Public | BindingFlags.Static, [])!.Invoke(null, null);
                }
                catch (Exception broken)
                {
                    var reason = (broken as TargetInvocationException)?.InnerException ?? broken;
                    throw new DirectiveException($"{where}: the formatters of {assembly.GetName().Name} could not be registered: {reason.Message}", broken);
                }
            }
        }
    }

    private static bool HasDisplayExtension(MetadataReader reader)
    {
        foreach (var handle in reader.GetAssemblyDefinition().GetCustomAttributes())
        {
            var constructor = reader.GetCustomAttribute(handle).Constructor;
            if (constructor.Kind == HandleKind.MemberReference
                && reader.GetMemberReference((MemberReferenceHandle)constructor).Parent is { Kind: HandleKind.TypeReference } type
                && reader.GetString(reader.GetTypeReference((TypeReferenceHandle)type).Name) == nameof(DisplayExtensionAttribute))
            {
                return true;
            }
        }

        return false;
    }
}
