namespace Kit.Notebooks.Session;

/// <summary>Files that a cell names: local, regular, of a reasonable size, or refused with the reason.</summary>
internal static class LocalFile
{
    /// <summary>Larger files are refused by <c>#load</c> and <c>#!import</c>.</summary>
    public const long MaximumBytes = 10_000_000;

    /// <summary>The full path of a source file that may be loaded; <paramref name="where"/> opens every message.</summary>
    public static string Source(string where, string directive, string argument, string folder)
    {
        var name = Name(where, directive, argument);
        if (name.Contains("://", StringComparison.Ordinal))
        {
            throw new DirectiveException($"{where}: {directive} \"{name}\" is an address; only local files are loaded. Download it and name the file.");
        }

        var path = Path.GetFullPath(name, folder);
        if (Directory.Exists(path))
        {
            throw new DirectiveException($"{where}: {directive} \"{name}\" is a folder; name a .cs, .csx or .ipynb file in it.");
        }

        if (!File.Exists(path))
        {
            throw new DirectiveException($"{where}: {directive} \"{name}\": there is no such file (paths are relative to the folder of the file that names them).");
        }

        if (LengthOf(where, directive, name, path) is > MaximumBytes and var length)
        {
            throw new DirectiveException($"{where}: {directive} \"{name}\" has {length:N0} bytes; at most {MaximumBytes:N0} are loaded.");
        }

        if (Path.GetExtension(path).ToUpperInvariant() is not (".CS" or ".CSX" or ".IPYNB"))
        {
            throw new DirectiveException($"{where}: {directive} \"{name}\" is neither a .cs, a .csx nor an .ipynb file.");
        }

        return path;
    }

    /// <summary>The length of a regular file; a device, a pipe or a file of /proc has none, and opening one could block or never end.</summary>
    public static long LengthOf(string where, string directive, string name, string path)
    {
        try
        {
            var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
            var length = new FileInfo(target).Length;
            return length > 0 && !target.StartsWith("/dev/", StringComparison.Ordinal)
                ? length
                : throw new DirectiveException($"{where}: {directive} \"{name}\" is empty or not a regular file.");
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            throw new DirectiveException($"{where}: {directive} \"{name}\" cannot be read: {broken.Message}", broken);
        }
    }

    /// <summary>The argument without its quotes.</summary>
    public static string Name(string where, string directive, string argument)
    {
        var quoted = argument.Length > 1 && argument[0] == '"' ? argument.IndexOf('"', 1) : -1;
        var name = quoted > 0 ? argument[1..quoted] : directive == "#!import" ? argument : "";
        return name.Trim() is { Length: > 0 } found && !found.Contains('\0', StringComparison.Ordinal)
            ? found
            : throw new DirectiveException($"{where}: {directive} needs a name in quotes, as in {directive} \"name\".");
    }
}
