using System.Reflection;
using Kit.TestSupport;

namespace Standins.Tests.PublicApi;

/// <summary>A stand-in, the file that pins its public surface, and the listing of the package that it stands in for.</summary>
/// <param name="Name">The assembly, which is also its folder below lib/standins.</param>
/// <param name="Listing">The real package's signatures, a file in the folder api of the reference material.</param>
/// <param name="NullableReferences">Whether the real package says which of its references may be null (F# assemblies do not).</param>
internal sealed record Standin(string Name, string Listing, bool NullableReferences = false)
{
    /// <summary>One line a stand-in; the tests take it from here.</summary>
    public static IReadOnlyList<Standin> All { get; } =
    [
        new("Deedle", "deedle.api.txt"),
        new("Plotly.NET", "plotly.api.txt"),
        new("Plotly.NET.CSharp", "plotly-csharp.api.txt"),
        new("TorchSharp", "torchsharp.api.txt", NullableReferences: true),
    ];

    public string ApiFile => Repository.At("lib", "standins", Name, "PublicApi.txt");

    public string DifferencesFile => Repository.At("lib", "standins", Name, "PublicApi.differences.txt");

    public IReadOnlyList<string> PublicMembers() => PublicApiPrinter.Print(Assembly.Load(Name), NullableReferences);
}
