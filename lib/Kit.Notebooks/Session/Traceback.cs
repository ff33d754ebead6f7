using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Kit.Notebooks.Session;

/// <summary>Renders an exception for readers of the notebook: cells, lines and their text, without the machinery and the machine.</summary>
internal sealed partial class Traceback(MachinePaths paths, IReadOnlyDictionary<string, string[]> sources)
{
    private const int MaximumFrames = 20;

    private static readonly string FrameworkFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    /// <summary>The error of a cell that threw.</summary>
    public CellError Of(Exception exception)
    {
        var lines = new List<string>();
        Describe(exception, "", lines, depth: 0);
        return new CellError(Name(exception), Message(exception), lines);
    }

    private void Describe(Exception exception, string prefix, List<string> lines, int depth)
    {
        lines.AddRange($"{prefix}{Name(exception)}: {Message(exception)}".Split('\n'));
        lines.AddRange(Shorten([.. new StackTrace(exception, fNeedFileInfo: true).GetFrames().SelectMany(Render)]));

        // Deep chains of causes end somewhere; a reader stops sooner.
        if (depth < 8)
        {
            var causes = exception is AggregateException many ? many.InnerExceptions : (IEnumerable<Exception>)(exception.InnerException is { } one ? [one] : []);
            foreach (var cause in causes.Take(5))
            {
                Describe(cause, "caused by ", lines, depth + 1);
            }
        }
    }

    private static List<string> Shorten(List<string> frames) => frames.Count <= MaximumFrames
        ? frames
        : [.. frames[..(MaximumFrames / 2)], $"   … {frames.Count - MaximumFrames} more lines …", .. frames[^(MaximumFrames / 2)..]];

    private IEnumerable<string> Render(StackFrame frame)
    {
        if (frame.GetMethod() is not { } method || IsMachinery(method))
        {
            yield break;
        }

        var name = MethodName(method);
        var file = Path.GetFileName(frame.GetFileName());
        var line = frame.GetFileLineNumber();
        var place = file is null ? "" : $"{file}, line {line}";
        yield return "   at " + (name, place) switch
        {
            ("", "") => "the cell",
            ("", _) => place,
            (_, "") => name,
            _ => $"{place}, in {name}",
        };
        if (file is not null && sources.TryGetValue(file, out var source) && line > 0 && line <= source.Length && source[line - 1].Trim() is { Length: > 0 } text)
        {
            yield return "      " + (text.Length > 160 ? text[..160] + "…" : text);
        }
    }

    // Frames of the framework come and go with its patches and with inlining, and the line of the cell says what was called.
    private static bool IsMachinery(MethodBase method)
    {
        var assembly = method.Module.Assembly;
        var name = assembly.GetName().Name ?? "";
        return name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)
            || assembly == typeof(Traceback).Assembly
            || (!assembly.IsDynamic && Path.GetDirectoryName(assembly.Location) == FrameworkFolder)
            || method.Name == "<Factory>";
    }

    private static string MethodName(MethodBase method)
    {
        var type = method.DeclaringType;
        var name = method.Name;

        // async and iterator methods: <Name>d__5.MoveNext; lambdas: <>c.<Name>b__0_1; local functions: <Name>g__Inner|0_0
        while (type is not null && Generated().Match(type.Name) is { Success: true } state)
        {
            if (name is "MoveNext")
            {
                name = state.Groups[1].Value is { Length: > 0 } outer ? outer : name;
            }

            type = type.DeclaringType;
        }

        var local = LocalFunction().Match(name);
        var lambda = Lambda().Match(name);
        name = local.Success ? local.Groups[1].Value : lambda.Success ? "a lambda" : name;
        if (name is "<Initialize>" or "<Main>$")
        {
            return "";
        }

        var owner = TypeName(type);
        return owner.Length == 0 ? name : name == ".ctor" ? $"new {owner}" : $"{owner}.{name}";
    }

    private static string TypeName(Type? type) => type is null ? "" : SubmissionPrefix().Replace((type.FullName ?? type.Name).Split('[')[0], "").Replace('+', '.');

    private static string Name(Exception exception) => TypeName(exception.GetType());

    private string Message(Exception exception)
    {
        try
        {
            return paths.Strip(exception is AggregateException ? exception.Message.Split(" (")[0] : exception.Message);
        }
        catch (Exception broken)
        {
            return $"(its message threw {broken.GetType().Name})";
        }
    }

    [GeneratedRegex(@"^(?:<(.*)>d(?:__\d+)?(?:`\d+)?|<>c(?:__DisplayClass[\d_]+)?(?:`\d+)?)$")]
    private static partial Regex Generated();

    [GeneratedRegex(@"^<.*>g__(.+?)\|[\d_]+$")]
    private static partial Regex LocalFunction();

    [GeneratedRegex(@"^<.*>b__[\d_]+$")]
    private static partial Regex Lambda();

    [GeneratedRegex(@"^Submission#\d+\+?")]
    private static partial Regex SubmissionPrefix();
}
