using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Kit.Notebooks.Running;

namespace Kit.Notebooks.Session;

/// <summary><c>#r "nuget: X, V"</c>: lets <c>dotnet restore</c> find the packages of a session, and reads what it found.</summary>
internal sealed partial class PackageRestore(string folder)
{
    private readonly SortedDictionary<string, string> _packages = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _sources = [];

    /// <summary><c>#i "nuget: source"</c>: one more place to look for packages.</summary>
    public void AddSource(string where, string argument)
    {
        var source = LocalFile.Name(where, "#i", argument);
        _sources.Add(source.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase)
            ? Source(source[6..].Trim())
            : throw new DirectiveException($"{where}: write #i \"nuget: folder or address of a package source\"."));
    }

    private string Source(string source) => source.Contains("://", StringComparison.Ordinal) ? source : Path.GetFullPath(source, folder);

    /// <summary>Restores the packages of the session so far and one more.</summary>
    public RestoredPackages Add(string where, string reference, CancellationToken cancellation)
    {
        var match = Reference().Match(reference);
        if (!match.Success)
        {
            throw new DirectiveException($"{where}: write #r \"nuget: Name, Version\".");
        }

        var (name, version) = (match.Groups[1].Value, match.Groups[2].Success ? match.Groups[2].Value : "*");
        if (_packages.TryGetValue(name, out var before) && before != version)
        {
            throw new DirectiveException($"{where}: {name} {before} is referenced already; a session cannot change the version of a package. Restart it.");
        }

        _packages[name] = version;
        try
        {
            return Restore(where, cancellation);
        }
        catch
        {
            // A package that was not found must not spoil the next one.
            _ = before is null && _packages.Remove(name);
            throw;
        }
    }

    private RestoredPackages Restore(string where, CancellationToken cancellation)
    {
        var project = new XElement("Project", new XAttribute("Sdk", "Microsoft.NET.Sdk"),
            new XElement("PropertyGroup",
                new XElement("TargetFramework", $"net{Environment.Version.Major}.0"),
                new XElement("RuntimeIdentifier", RuntimeInformation.RuntimeIdentifier),
                new XElement("SelfContained", "false"),
                new XElement("RestoreRootConfigDirectory", folder),
                new XElement("RestoreAdditionalProjectSources", string.Join(';', _sources)),
                new XElement("NuGetAudit", "false"),
                new XElement("NoWarn", "$(NoWarn);NU1603")),
            new XElement("ItemGroup", _packages.Select(package =>
                new XElement("PackageReference", new XAttribute("Include", package.Key), new XAttribute("Version", package.Value))))).ToString();

        // The same set of packages with the same sources and configuration was perhaps restored before.
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(project + Configuration())))[..24];
        var cache = Path.Combine(CacheFolder(), key);
        var assets = Path.Combine(cache, "obj", "project.assets.json");
        if (File.Exists(assets) && Read(assets) is { } cached)
        {
            return cached;
        }

        // Restored aside and then moved: what failed or was stopped half-way must not be found the next time.
        var aside = Directory.CreateDirectory($"{cache}.{Path.GetRandomFileName()}").FullName;
        try
        {
            File.WriteAllText(Path.Combine(aside, "cell.csproj"), project);
            foreach (var shield in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
            {
                File.WriteAllText(Path.Combine(aside, shield), "<Project />"); // nothing above the folder shall take part
            }

            RunRestore(where, aside, cancellation);
            Keep(aside, cache);
            return Read(assets) ?? throw new DirectiveException($"{where}: the packages were restored, but files of theirs are missing; clear the package cache (dotnet nuget locals all --clear).");
        }
        finally
        {
            if (Directory.Exists(aside))
            {
                Directory.Delete(aside, recursive: true);
            }
        }
    }

    private static void Keep(string aside, string cache)
    {
        try
        {
            if (Directory.Exists(cache))
            {
                Directory.Delete(cache, recursive: true); // it could not be read
            }

            Directory.Move(aside, cache);
        }
        catch (IOException) when (Directory.Exists(cache))
        {
            // Another notebook has restored the same packages in this moment.
        }
    }

    private void RunRestore(string where, string cache, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(WorkerCommand.DotnetHost, ["restore", "cell.csproj", "--nologo", "-v", "quiet", "-p:UseArtifactsOutput=false"])
        {
            WorkingDirectory = cache,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        using var process = Process.Start(start) ?? throw new DirectiveException($"{where}: dotnet could not be started; packages need the .NET SDK.");
        using var stop = cancellation.Register(() => process.Kill(entireProcessTree: true));
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var output = process.StandardOutput.ReadToEnd() + errors.GetAwaiter().GetResult();
        process.WaitForExit();
        cancellation.ThrowIfCancellationRequested();
        if (process.ExitCode != 0)
        {
            var reasons = ErrorLine().Matches(output).Select(match => match.Groups[1].Value.Trim()).Distinct().DefaultIfEmpty(output.Trim());
            throw new DirectiveException($"{where}: {string.Join(", ", _packages.Select(package => $"{package.Key} {package.Value}"))} could not be restored.\n{string.Join('\n', reasons)}");
        }
    }

    private string Configuration()
    {
        var text = new StringBuilder();
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            foreach (var name in (string[])["nuget.config", "NuGet.Config", "NuGet.config"])
            {
                var path = Path.Combine(at, name);
                text.Append(File.Exists(path) ? File.ReadAllText(path) : "");
            }
        }

        return text.ToString();
    }

    private static string CacheFolder()
    {
        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } set ? set
            : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) is { Length: > 0 } home ? Path.Combine(home, ".cache")
            : Path.GetTempPath();
        return Path.Combine(cache, "kit", "packages");
    }

    private RestoredPackages? Read(string assetsPath)
    {
        var assets = JsonNode.Parse(File.ReadAllText(assetsPath))!.AsObject();
        var target = assets["targets"]!.AsObject().FirstOrDefault(entry => entry.Key.Contains('/', StringComparison.Ordinal)).Value?.AsObject();
        string[] roots = [.. assets["packageFolders"]!.AsObject().Select(entry => entry.Key)];
        if (target is null || !_packages.Keys.All(name => target.Any(library => library.Key.StartsWith(name + "/", StringComparison.OrdinalIgnoreCase))))
        {
            return null;
        }

        List<string> compile = [], runtime = [], native = [];
        foreach (var (id, library) in target)
        {
            var path = (string?)assets["libraries"]?[id]?["path"];
            var root = path is null ? null : Array.Find(roots, root => Directory.Exists(Path.Combine(root, path)));
            if (root is null)
            {
                return null;
            }

            foreach (var (kind, files) in ((string, List<string>)[])[("compile", compile), ("runtime", runtime), ("native", native)])
            {
                files.AddRange((library?[kind] as JsonObject ?? []).Select(file => Path.Combine(root, path!, file.Key)).Where(file => !file.EndsWith("_._", StringComparison.Ordinal)));
            }
        }

        return compile.Concat(runtime).Concat(native).All(File.Exists)
            ? new RestoredPackages(compile, runtime, [.. native.Select(file => Path.GetDirectoryName(file)!).Distinct()])
            : null;
    }

    [GeneratedRegex(@"^nuget:\s*([A-Za-z0-9_][\w.-]*)\s*(?:,\s*([\w.*+\-\[\](), ]+?))?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Reference();

    [GeneratedRegex(@"error (\w+: [^\n]*?)(?: \[[^\]\n]*\])?\s*$", RegexOptions.Multiline)]
    private static partial Regex ErrorLine();
}
