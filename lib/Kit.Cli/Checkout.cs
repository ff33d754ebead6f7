using System.Globalization;

namespace Kit.Cli;

/// <summary>The checkout that the command works on: where its notebooks, outputs and remembered facts are.</summary>
public sealed class Checkout
{
    /// <summary>Opens the checkout at a folder.</summary>
    public Checkout(string root) => Root = Path.GetFullPath(root);

    /// <summary>The root folder.</summary>
    public string Root { get; }

    /// <summary>The ignored folder of everything that commands write.</summary>
    public string Out => At("out");

    /// <summary>The ignored folder of what the kit remembers between two starts.</summary>
    public string State => At(".kit");

    /// <summary>The checkout that <c>./kit</c> names in KIT_ROOT, or the one around the current folder.</summary>
    public static Checkout Find()
    {
        if (Environment.GetEnvironmentVariable("KIT_ROOT") is { Length: > 0 } root)
        {
            return new Checkout(root);
        }

        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Kit.sln")))
            {
                return new Checkout(folder.FullName);
            }
        }

        throw new BadInputException("No checkout of the kit around the current folder: start ./kit from its checkout, or set KIT_ROOT.");
    }

    /// <summary>A path below the root.</summary>
    public string At(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The course in reading order.</summary>
    public IReadOnlyList<string> Course() => Notebooks("notebooks");

    /// <summary>The empty exercises: pages to be read and filled in, executed only where a person names the file.</summary>
    public IReadOnlyList<string> Exercises() => Notebooks("notebooks", "exercises");

    /// <summary>The exercises with their bodies filled in, which are executed in the place of the empty ones.</summary>
    public IReadOnlyList<string> Solutions() => Notebooks("notebooks", "exercises", "solutions");

    /// <summary>What is executed: the course and the solutions.</summary>
    public IReadOnlyList<string> Executed() => [.. Course(), .. Solutions()];

    /// <summary>What the site shows.</summary>
    public IReadOnlyList<string> Pages() => [.. Course(), .. Exercises(), .. Solutions()];

    /// <summary>
    /// Finds notebooks by what a person types: a path, a file name with or without <c>.ipynb</c>, with its folder where two have it
    /// (<c>solutions/01-bandits</c>), or the number in front (<c>00</c>). No name means all that is executed.
    /// </summary>
    /// <exception cref="BadInputException">Nothing, or more than one notebook, goes by that name.</exception>
    public IReadOnlyList<string> Resolve(IReadOnlyList<string> names)
    {
        if (names.Count == 0)
        {
            return Executed();
        }

        return [.. names.Select(ResolveOne).Distinct()];
    }

    /// <summary>The path as it is shown to people: relative to the checkout where it lies inside.</summary>
    public string Shown(string path)
    {
        var relative = Path.GetRelativePath(Root, path);
        return IsOutside(relative) ? path : relative;
    }

    /// <summary>
    /// What notebooks are called in pages, figures and messages: by their path below <c>notebooks/</c>, or by file name from
    /// elsewhere.
    /// </summary>
    /// <exception cref="BadInputException">two have the same name, or one has a name that cannot be a file's</exception>
    public IReadOnlyList<(string Path, string Name)> Named(IReadOnlyList<string> paths)
    {
        var named = paths.Select(path => (Path: path, Name: NameOf(path))).ToList();
        if (named.FirstOrDefault(it => Path.GetFileName(it.Name).Trim('.').Length == 0 || it.Name == "index") is { Path: { } odd })
        {
            throw new BadInputException($"{Shown(odd)}: a notebook cannot have this name, since its results are called after it: rename it.");
        }

        return named.GroupBy(it => it.Name).FirstOrDefault(group => group.Count() > 1) is { } same
            ? throw new BadInputException($"{string.Join(" and ", same.Select(it => Shown(it.Path)))} would write the same results, {same.Key}: take them one at a time, with different --out.")
            : named;
    }

    private string NameOf(string path)
    {
        var relative = Path.GetRelativePath(At("notebooks"), path);
        return Path.ChangeExtension(IsOutside(relative) ? Path.GetFileName(path) : relative, null);
    }

    private static bool IsOutside(string relative) => relative == ".." || relative.StartsWith("../", StringComparison.Ordinal);

    private string ResolveOne(string name)
    {
        if (File.Exists(name))
        {
            return Path.GetFullPath(name);
        }

        var all = Executed();
        var stem = name.EndsWith(".ipynb", StringComparison.Ordinal) ? name[..^".ipynb".Length] : name;
        var exact = all.Where(path => $"/{NameOf(path)}".EndsWith($"/{stem}", StringComparison.Ordinal)).ToList();
        var found = exact.Count > 0
            ? exact[..1]
            : Course().Where(path => Path.GetFileName(path).StartsWith(stem + "-", StringComparison.Ordinal)).ToList();
        return found.Count switch
        {
            1 => found[0],
            0 => throw new BadInputException(string.Create(CultureInfo.InvariantCulture,
                $"There is no notebook '{name}'. There are: {string.Join(", ", all.Select(NameOf))}.")),
            _ => throw new BadInputException($"'{name}' could be {string.Join(" or ", found.Select(Path.GetFileName))}: say which."),
        };
    }

    private List<string> Notebooks(params string[] folder) => Directory.Exists(At(folder))
        ? [.. Directory.EnumerateFiles(At(folder), "*.ipynb").Order(StringComparer.Ordinal)]
        : [];
}
