using System.Collections.Immutable;
using System.Diagnostics;
using System.Net;
using System.Text;
using Kit.Display;
using Kit.Notebooks.Format;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Scripting;

namespace Kit.Notebooks.Session;

/// <summary>Runs the C# cells of one notebook, each with what the cells before it have declared.</summary>
/// <remarks>One cell at a time. The console belongs to the session's process from the first session on.</remarks>
public sealed class CSharpSession
{
    // Exactly what the archived .NET Interactive kernel imports, so that a notebook that runs here also compiles there.
    private static readonly string[] Imports =
        ["System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq", typeof(Kernel).FullName!];

    private static readonly string[] Magics = ["#!import", "#!time", "#!who", "#!whos", "#!lsmagic", "#!csharp", "#!html", "#!markdown", "#!javascript", "#!mermaid"];

    private static readonly ScriptOptions Options = ScriptOptions.Default
        .WithReferences(Array.Empty<MetadataReference>())
        .WithImports(Array.Empty<string>())
        .WithMetadataResolver(null!)
        .WithSourceResolver(null!)
        .WithLanguageVersion(LanguageVersion.CSharp14)
        .WithOptimizationLevel(OptimizationLevel.Release)
        .WithEmitDebugInformation(true)
        .WithFileEncoding(Encoding.UTF8);

    private readonly string _folder;
    private readonly References _references = new();
    private readonly PackageRestore _packages;
    private readonly Dictionary<string, string[]> _sources = [];
    private readonly MachinePaths _paths;
    private readonly Traceback _traceback;
    private ScriptState<object> _state;

    /// <summary>A session whose relative paths start at a folder, the notebook's.</summary>
    public CSharpSession(string folder)
    {
        _folder = Path.GetFullPath(folder);
        _packages = new PackageRestore(_folder);
        _paths = new MachinePaths(_folder);
        _traceback = new Traceback(_paths, _sources);
        CellConsole.Install();

        // An empty submission holds references and imports for all that follow, and warms the compiler up.
        _state = CSharpScript.Create("", Options.WithReferences(_references.New).WithImports(Imports)).RunAsync().GetAwaiter().GetResult();
        _references.Taken();
    }

    /// <summary>Runs a cell on the calling thread; its name stands in tracebacks.</summary>
    /// <returns>Why it failed, or null.</returns>
    public CellError? Run(string name, string source, ICellSink sink, CancellationToken cancellation)
    {
        using var scope = CellConsole.Use(sink, cancellation);
        try
        {
            return RunSource(new Origin(name, _folder, []), source, sink, showResult: true, cancellation);
        }
        catch (DirectiveException refused)
        {
            var message = _paths.Strip(refused.Message);
            return new CellError("DirectiveError", message.Split('\n')[0], message.Split('\n'));
        }
        catch (Exception thrown)
        {
            return _traceback.Of(thrown);
        }
    }

    private CellError? RunSource(Origin origin, string source, ICellSink sink, bool showResult, CancellationToken cancellation)
    {
        source = source.ReplaceLineEndings("\n");
        _sources[origin.Name] = source.Split('\n');
        foreach (var segment in CellSource.Split(source))
        {
            cancellation.ThrowIfCancellationRequested();
            if (segment.Language != "csharp")
            {
                sink.Display(CellLanguage.Show(segment.Language, segment.Text.TrimStart('\n')), null);
                continue;
            }

            var clock = Stopwatch.StartNew();
            foreach (var directive in segment.Directives)
            {
                if (Follow(directive, origin, sink, cancellation) is { } failed)
                {
                    return failed;
                }
            }

            if (Submit(origin.Name, segment.Text, sink, showResult) is { } error)
            {
                return error;
            }

            if (segment.Directives.Any(directive => directive.Name == "#!time"))
            {
                sink.Display(new MimeBundle().With("text/plain", $"Wall time: {clock.Elapsed.TotalMilliseconds:F1} ms"), null);
            }
        }

        return null;
    }

    private CellError? Submit(string name, string text, ICellSink sink, bool showResult)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null; // the next submission takes what #r has added
        }

        var script = _state.Script.ContinueWith<object>(text, Options.WithReferences(_references.New).WithFilePath(name));
        if (CompileErrors.Of(script.Compile(CancellationToken.None)) is { } error)
        {
            return error;
        }

        // The scripting API's own token would stop nothing that runs; cells watch DisplayContext.CancellationToken.
        _state = script.RunFromAsync(_state, _ => true, CancellationToken.None).GetAwaiter().GetResult();
        _references.Taken();
        if (_state.Exception is { } thrown)
        {
            return _traceback.Of(thrown);
        }

        if (showResult && (_state.ReturnValue is not null || EndsInNull(script)))
        {
            sink.Result(Formatter.Format(_state.ReturnValue));
        }

        return null;
    }

    // Null is shown where the last line is an expression without a semicolon, and not where it is a statement or void.
    private static bool EndsInNull(Script script)
    {
        var compilation = script.GetCompilation();
        var tree = compilation.SyntaxTrees.Last();
        return (tree.GetRoot() as CompilationUnitSyntax)?.Members.LastOrDefault() is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last }
            && compilation.GetSemanticModel(tree).GetTypeInfo(last.Expression).Type?.SpecialType != SpecialType.System_Void;
    }

    private CellError? Follow(Directive directive, Origin origin, ICellSink sink, CancellationToken cancellation)
    {
        var where = $"{origin.Name}, line {directive.Line}";
        switch (directive.Name)
        {
            case "#r" when directive.Argument.TrimStart('"', ' ').StartsWith("nuget:", StringComparison.OrdinalIgnoreCase):
                _references.AddPackages(where, _packages.Add(where, LocalFile.Name(where, "#r", directive.Argument), cancellation));
                return null;
            case "#r":
                _references.AddFile(where, directive.Argument, origin.Folder);
                return null;
            case "#i":
                _packages.AddSource(where, directive.Argument);
                return null;
            case "#load" or "#!import":
                return Load(where, directive, origin, sink, cancellation);
            case "#!time":
                return null;
            case "#!who" or "#!whos":
                sink.Display(Variables(withValues: directive.Name == "#!whos"), null);
                return null;
            case "#!lsmagic":
                sink.Display(new MimeBundle().With("text/plain", string.Join('\n', Magics)), null);
                return null;
            default:
                throw new DirectiveException($"{where}: {directive.Name} is not known here. Cells are written in C#; known are {string.Join(", ", Magics)}, #r, #i and #load.");
        }
    }

    private CellError? Load(string where, Directive directive, Origin origin, ICellSink sink, CancellationToken cancellation)
    {
        var path = LocalFile.Source(where, directive.Name, directive.Argument, origin.Folder);
        if (origin.Files.Contains(path) || origin.Files.Count >= 50)
        {
            throw new DirectiveException($"{where}: {directive.Name} goes round in a circle: {string.Join(" → ", origin.Files.Append(path).Select(Path.GetFileName))}");
        }

        var file = Path.GetFileName(path);
        List<(string Name, string Source)> parts = [];
        try
        {
            if (Path.GetExtension(path).Equals(".ipynb", StringComparison.OrdinalIgnoreCase))
            {
                var code = Notebook.Read(path).Cells.Where(cell => cell.Kind == CellKind.Code && CellLanguage.Known(cell.Language ?? "csharp") == "csharp");
                parts.AddRange(code.Select((cell, index) => ($"{file}, cell {index + 1}", cell.Source)));
            }
            else
            {
                parts.Add((file, File.ReadAllText(path)));
            }
        }
        catch (Exception broken) when (broken is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            throw new DirectiveException($"{where}: {directive.Name} \"{file}\": {broken.Message}", broken);
        }

        foreach (var (name, source) in parts)
        {
            var inner = new Origin(name, Path.GetDirectoryName(path)!, origin.Files.Add(path));
            if (RunSource(inner, source, sink, showResult: false, cancellation) is { } error)
            {
                return error with { Traceback = [.. error.Traceback, $"   loaded by {where}"] };
            }
        }

        return null;
    }

    private MimeBundle Variables(bool withValues)
    {
        var latest = _state.Variables.GroupBy(variable => variable.Name).Select(group => group.Last()).OrderBy(variable => variable.Name, StringComparer.Ordinal).ToList();
        if (!withValues)
        {
            return new MimeBundle().With("text/plain", string.Join('\n', latest.Select(variable => variable.Name)));
        }

        var rows = latest.Select(variable => (variable.Name, Type: variable.Type.Name, Value: Short(variable.Value))).ToList();
        var html = new StringBuilder("<table><thead><tr><th>Variable</th><th>Type</th><th>Value</th></tr></thead><tbody>");
        foreach (var (name, type, value) in rows)
        {
            html.Append($"<tr><td>{name}</td><td>{WebUtility.HtmlEncode(type)}</td><td>{WebUtility.HtmlEncode(value)}</td></tr>");
        }

        return new MimeBundle()
            .With("text/html", html.Append("</tbody></table>").ToString())
            .With("text/plain", string.Join('\n', rows.Select(row => $"{row.Name}\t{row.Type}\t{row.Value}")));
    }

    private static string Short(object? value)
    {
        var text = Formatter.Format(value).Text("text/plain") ?? "";
        return text.Length > 80 ? text[..80] + "…" : text;
    }

    /// <summary>Where a source comes from: its name in messages, the folder of its relative paths, and the files being loaded around it.</summary>
    private sealed record Origin(string Name, string Folder, ImmutableList<string> Files);
}
