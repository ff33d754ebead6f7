using System.Text.RegularExpressions;

namespace Deedle.Csv;

/// <summary>
/// Names and types given beside the file, separated by commas: "score=float" for the column of that name, "int" or "name (int)" by position,
/// nothing where the file decides.
/// </summary>
internal static partial class CsvSchema
{
    private static readonly Dictionary<string, Type> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["int"] = typeof(int),
        ["int64"] = typeof(long),
        ["bool"] = typeof(bool),
        ["float"] = typeof(double),
        ["decimal"] = typeof(decimal),
        ["date"] = typeof(DateTime),
        ["guid"] = typeof(Guid),
        ["string"] = typeof(string),
    };

    /// <summary>Renames headers in place and returns the types that are given, null where none is.</summary>
    public static Type[] Apply(string schema, string[] headers, string file)
    {
        var types = new Type[headers.Length];
        var items = schema.Length == 0 ? [] : schema.Split(',', StringSplitOptions.TrimEntries);
        for (var i = 0; i < items.Length; i++)
        {
            var byName = ByName().Match(items[i]);
            var at = byName.Success
                ? Array.FindIndex(headers, h => h.Equals(byName.Groups["name"].Value, StringComparison.OrdinalIgnoreCase))
                : i;
            if (at < 0 || at >= headers.Length)
                throw new InvalidDataException($"{file}: the schema's '{items[i]}' has no column; there are {string.Join(", ", headers)}.");
            var withType = WithType().Match(items[i]);
            if (byName.Success)
                types[at] = TypeNamed(byName.Groups["type"].Value, items[i]);
            else if (withType.Success && Find(withType.Groups["type"].Value) is { } type)
                (headers[at], types[at]) = (withType.Groups["name"].Value, type);
            else if (Find(items[i]) is { } alone)
                types[at] = alone;
            else if (items[i].Length > 0)
                headers[at] = items[i];
        }

        return types;
    }

    private static Type TypeNamed(string name, string item) => Find(name)
        ?? throw new ArgumentException($"The schema's '{item}' names no type that a column can have; these are {string.Join(", ", Types.Keys)}.", nameof(name));

    // Every column may have missing values, so "int?" and "int option" say no more than "int".
    private static Type Find(string name) => Types.GetValueOrDefault(name.Replace(" option", "", StringComparison.OrdinalIgnoreCase).TrimEnd('?'));

    [GeneratedRegex(@"^(?<name>.+?)\s*=\s*(?<type>[^=]+)$")]
    private static partial Regex ByName();

    [GeneratedRegex(@"^(?<name>.+?)\s*\((?<type>[^()]+)\)$")]
    private static partial Regex WithType();
}
