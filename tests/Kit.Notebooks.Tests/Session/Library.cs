using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kit.Notebooks.Tests.Session;

/// <summary>Compiles a library for a test. Each test takes a name of its own, since a loaded library cannot be replaced.</summary>
internal static class Library
{
    private static readonly string FrameworkFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    public static string Compile(string path, string source, params string[] references)
    {
        var framework = Directory.GetFiles(FrameworkFolder, "System.*.dll").Where(file => !file.Contains("Native", StringComparison.Ordinal));
        var compilation = CSharpCompilation.Create(
            Path.GetFileNameWithoutExtension(path),
            [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp14))],
            [.. framework.Concat(references).Select(file => MetadataReference.CreateFromFile(file))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var result = compilation.Emit(path);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return path;
    }
}
