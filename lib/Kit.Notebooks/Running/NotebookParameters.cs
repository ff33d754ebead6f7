using System.Globalization;
using System.Text.Json.Nodes;
using Kit.Notebooks.Format;
using Kit.Notebooks.Session;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kit.Notebooks.Running;

/// <summary>Parameters of a notebook, as papermill has them: a cell tagged <c>parameters</c> declares variables with defaults, and a cell behind it sets other values.</summary>
public static class NotebookParameters
{
    private const string Declaring = "parameters";
    private const string Injected = "injected-parameters";

    /// <summary>The variables that the cell tagged <c>parameters</c> declares, with their defaults as C#, in order.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Declared(Notebook notebook)
    {
        if (notebook.CodeCells.FirstOrDefault(cell => cell.HasTag(Declaring)) is not { } cell)
        {
            return [];
        }

        var root = CSharpSyntaxTree.ParseText(cell.Source, CellSource.ParseOptions).GetCompilationUnitRoot();
        return
        [
            .. from field in root.Members.OfType<FieldDeclarationSyntax>()
               from variable in field.Declaration.Variables
               select new KeyValuePair<string, string>(variable.Identifier.ValueText, variable.Initializer?.Value.ToString() ?? ""),
        ];
    }

    /// <summary>Puts a cell behind the declaring one that sets the values, in place of one from an earlier run.</summary>
    internal static void Inject(Notebook notebook, string path, IReadOnlyDictionary<string, object> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        var declared = Declared(notebook).Select(parameter => parameter.Key).ToList();
        if (values.Keys.Where(name => !declared.Contains(name)).Order(StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            var known = declared.Count > 0 ? $"its parameters are {string.Join(", ", declared)}" : "it has no cell tagged parameters that declares any";
            throw new NotebookFormatException($"{path}: there is no parameter '{unknown}'; {known}.");
        }

        var cells = (JsonArray)notebook.Json["cells"]!;
        foreach (var old in notebook.Cells.Where(cell => cell.HasTag(Injected)))
        {
            cells.Remove(old.Json);
        }

        // Assignments, not declarations: a parameter keeps the type that its author gave it.
        var lines = declared.Where(values.ContainsKey).Select(name => $"{name} = {Literal(path, name, values[name])};");
        cells.Insert(cells.IndexOf(notebook.CodeCells.First(cell => cell.HasTag(Declaring)).Json) + 1, new JsonObject
        {
            ["cell_type"] = "code",
            ["execution_count"] = null,
            ["id"] = Injected,
            ["metadata"] = new JsonObject { ["tags"] = new JsonArray(Injected) },
            ["outputs"] = new JsonArray(),
            ["source"] = string.Join('\n', lines),
        });
    }

    private static string Literal(string path, string name, object value) => value switch
    {
        bool truth => truth ? "true" : "false",
        string text => SymbolDisplay.FormatLiteral(text, quote: true),
        double number when double.IsFinite(number) => Fraction(number.ToString("R", CultureInfo.InvariantCulture)),
        double number => "double." + (double.IsNaN(number) ? "NaN" : number > 0 ? "PositiveInfinity" : "NegativeInfinity"),
        float number when float.IsFinite(number) => number.ToString("R", CultureInfo.InvariantCulture) + "f",
        decimal number => number.ToString(CultureInfo.InvariantCulture) + "m",
        byte or sbyte or short or ushort or int => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        uint number => number.ToString(CultureInfo.InvariantCulture) + "u",
        long number => number.ToString(CultureInfo.InvariantCulture) + "L",
        ulong number => number.ToString(CultureInfo.InvariantCulture) + "ul",
        _ => throw new NotebookFormatException($"{path}: parameter '{name}' is a {value?.GetType().Name ?? "null"}; a parameter is a number, a text or a truth value."),
    };

    private static string Fraction(string digits) => digits.AsSpan().IndexOfAny('.', 'E') < 0 ? digits + ".0" : digits;
}
