namespace Kit.Notebooks.Session;

/// <summary>The files of a set of restored packages, by what they are for.</summary>
internal sealed record RestoredPackages(IReadOnlyList<string> Compile, IReadOnlyList<string> Runtime, IReadOnlyList<string> NativeFolders);
