using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kit.Foundation.Runs;

/// <summary>
/// Reads and changes option records: records whose properties carry <see cref="OptionAttribute"/> and have defaults. Records within records are
/// flattened, <c>Outer.Inner</c>. Values are numbers, texts, truth values, enumerations, spans of time, and lists of these; a text whose name says
/// that it is a secret is refused.
/// </summary>
public static class Options
{
    private static readonly JsonSerializerOptions OneLine = new(RunFiles.Json) { WriteIndented = false };

    private static readonly string[] Secrets =
        ["token", "password", "passphrase", "secret", "secrets", "key", "credential", "credentials"];

    /// <summary>Every option, in the order of declaration.</summary>
    /// <param name="options">an option record</param>
    /// <param name="origins">where values come from, by name; others are <c>default</c> or <c>set</c></param>
    /// <exception cref="ArgumentException">a property is no option, holds a secret, or is of a kind that options are not</exception>
    public static IReadOnlyList<OptionRow> Read(object options, IReadOnlyDictionary<string, string>? origins = null)
    {
        var leaves = Leaves(options);
        if (origins?.Keys.FirstOrDefault(name => leaves.All(leaf => leaf.Name != name)) is { } unknown)
            throw Unknown(options, unknown, leaves);
        return [.. leaves.Select(leaf =>
        {
            var (value, usual) = (Node(leaf.Value), Node(leaf.Default));
            var origin = origins?.GetValueOrDefault(leaf.Name) ?? (JsonNode.DeepEquals(value, usual) ? "default" : "set");
            return new OptionRow(leaf.Name, value, usual, leaf.Option.Description, leaf.Option.Source, origin);
        })];
    }

    /// <summary>Values by name, from which <see cref="FromJson"/> makes the same record.</summary>
    public static JsonObject Json(object options) => new(Leaves(options).Select(leaf => KeyValuePair.Create(leaf.Name, Node(leaf.Value))));

    /// <summary>The record with these values.</summary>
    /// <exception cref="ArgumentException">a name is missing or unknown, or a value is not of its kind</exception>
    public static T FromJson<T>(JsonObject values)
        where T : class, new()
    {
        object options = new T();
        var leaves = Leaves(options);
        if (values.FirstOrDefault(value => leaves.All(leaf => leaf.Name != value.Key)).Key is { } unknown)
            throw Unknown(options, unknown, leaves);
        foreach (var leaf in leaves)
        {
            if (!values.ContainsKey(leaf.Name))
                throw new ArgumentException($"{typeof(T).Name}.{leaf.Name} is missing: these are the options of another version", nameof(values));
            options = Set(options, leaf.Name.Split('.'), Value(leaf, values[leaf.Name], leaf.Property.PropertyType));
        }

        return (T)options;
    }

    /// <summary>The same record but for one value, as a command line gives it: <c>With(options, "clip-range", "0.3")</c>.</summary>
    /// <param name="options">an option record; it stays as it is</param>
    /// <param name="name">the option; case and hyphens do not matter</param>
    /// <param name="text">the value; the elements of a list are separated by commas</param>
    /// <exception cref="ArgumentException">there is no such option, or the text is no such value: the message says what is</exception>
    public static T With<T>(T options, string name, string text)
        where T : class
    {
        var leaves = Leaves(options);
        var leaf = leaves.Find(leaf => Plain(leaf.Name) == Plain(name)) ?? throw Unknown(options, name, leaves);
        return (T)Set(options, leaf.Name.Split('.'), Value(leaf, text, leaf.Property.PropertyType));
    }

    /// <summary>The options as a table: name, value, what it means and where the default comes from.</summary>
    public static string Help(object options)
    {
        var rows = Read(options).Select(row => (row.Name, Value: Text(row.Value), Meaning: $"{row.Description} ({row.Source})")).ToList();
        var (names, values) = (rows.Max(row => row.Name.Length), rows.Max(row => row.Value.Length));
        var text = new StringBuilder();
        foreach (var row in rows)
            text.Append(CultureInfo.InvariantCulture, $"{row.Name.PadRight(names)}  {row.Value.PadRight(values)}  {row.Meaning}\n");
        return text.ToString();
    }

    /// <summary>What two readings of options differ in: names and values, as json has them.</summary>
    internal static IReadOnlyList<(string Name, string First, string Second)> Difference(IReadOnlyList<OptionRow> first, IReadOnlyList<OptionRow> second)
    {
        var names = first.Concat(second).Select(row => row.Name).Distinct();
        return [.. from name in names
                   let a = first.FirstOrDefault(row => row.Name == name)
                   let b = second.FirstOrDefault(row => row.Name == name)
                   where a is null || b is null || !JsonNode.DeepEquals(a.Value, b.Value)
                   select (name, a is null ? "no such option" : Text(a.Value), b is null ? "no such option" : Text(b.Value))];
    }

    private sealed record Leaf(string Name, PropertyInfo Property, OptionAttribute Option, object? Value, object? Default);

    private static List<Leaf> Leaves(object options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var leaves = Leaves(options, Defaults(options.GetType()), "").ToList();
        return leaves.Count > 0 ? leaves : throw new ArgumentException($"{options.GetType().Name} has no property with [Option]", nameof(options));
    }

    private static IEnumerable<Leaf> Leaves(object options, object defaults, string prefix)
    {
        foreach (var property in options.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            var described = property.GetCustomAttribute<OptionAttribute>();
            if (described is null && property.SetMethod is not { IsPublic: true })
                continue; // computed from the others
            var name = prefix + property.Name;
            var (value, usual) = (property.GetValue(options), property.GetValue(defaults));
            if (IsRecordOfOptions(property.PropertyType) && value is not null)
            {
                foreach (var leaf in Leaves(value, usual?.GetType() == value.GetType() ? usual : Defaults(value.GetType()), name + '.'))
                    yield return leaf;
            }
            else
            {
                // A value that changes a run and is not written down would make it irreproducible.
                if (described is null)
                    throw new ArgumentException($"{options.GetType().Name}.{property.Name} can be set and has no [Option]: give it one", nameof(options));
                Check(name, property);
                yield return new Leaf(name, property, described, value, usual);
            }
        }
    }

    private static object Defaults(Type type) => type.GetConstructor([])?.Invoke(null)
        ?? throw new ArgumentException($"{type.Name} cannot be made without arguments: every option needs a default");

    private static bool IsRecordOfOptions(Type type) =>
        type.IsClass && type != typeof(string) && type.GetProperties().Any(property => property.IsDefined(typeof(OptionAttribute)));

    private static void Check(string name, PropertyInfo property)
    {
        var type = ElementOf(property.PropertyType) ?? property.PropertyType;
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (!IsRecordOfOptions(property.PropertyType) && !type.IsEnum && type != typeof(TimeSpan) && Type.GetTypeCode(type) is not
            (TypeCode.Boolean or TypeCode.Int32 or TypeCode.Int64 or TypeCode.Single or TypeCode.Double or TypeCode.String))
        {
            throw new ArgumentException($"{name} is of type {type.Name}; an option is a number, a text, a truth value, an enumeration, a TimeSpan or a list of these");
        }

        if (type == typeof(string) && Words(property.Name).Any(word => Secrets.Contains(word)))
            throw new ArgumentException($"{name} sounds like a secret, and options never hold secrets: read it from the environment where it is used, or, if it is none, call it something else");
    }

    /// <summary>ApiKey → api, key.</summary>
    private static IEnumerable<string> Words(string name)
    {
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            if (i == name.Length || name[i] == '_' || (char.IsUpper(name[i]) && !(char.IsUpper(name[i - 1]) && (i + 1 == name.Length || char.IsUpper(name[i + 1])))))
            {
                yield return name[start..i].Trim('_').ToLowerInvariant();
                start = i;
            }
        }
    }

    /// <summary>Of what a list is one; null: it is none.</summary>
    private static Type? ElementOf(Type type) =>
        type.IsArray ? type.GetElementType()
        : type.IsGenericType && type.GenericTypeArguments is [var element] && type.IsAssignableFrom(element.MakeArrayType()) ? element
        : null;

    private static JsonNode? Node(object? value) => value switch
    {
        null => null,
        string text => JsonValue.Create(text),
        bool truth => JsonValue.Create(truth),
        int whole => JsonValue.Create(whole),
        long whole => JsonValue.Create(whole),
        double number when double.IsFinite(number) => JsonValue.Create(number),
        float number when float.IsFinite(number) => JsonValue.Create(number),
        TimeSpan time => JsonValue.Create(time.ToString("c", CultureInfo.InvariantCulture)),
        IEnumerable items => new JsonArray([.. items.Cast<object?>().Select(Node)]),
        _ => JsonValue.Create(Convert.ToString(value, CultureInfo.InvariantCulture)), // NaN, Infinity, -Infinity, a name of an enumeration
    };

    private static string Text(JsonNode? node) => node is null ? "null" : node.ToJsonString(OneLine);

    private static object? Value(Leaf leaf, JsonNode? node, Type type) => (node, ElementOf(type)) switch
    {
        (null, _) => Value(leaf, "null", type),
        (JsonArray items, { } element) => List(element, [.. items.Select(item => Value(leaf, item, element))]),
        _ => Value(leaf, node is JsonValue value && value.TryGetValue<string>(out var text) ? text : Text(node), type, isText: true),
    };

    private static object? Value(Leaf leaf, string text, Type type, bool isText = false)
    {
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        if (text == "null" && !isText && (!type.IsValueType || inner != type))
            return null;
        if (ElementOf(type) is { } element)
            return List(element, text.Length == 0 ? [] : [.. text.Split(',').Select(part => Value(leaf, part.Trim(), element))]);
        object? value = Type.GetTypeCode(inner) switch
        {
            // "5" alone would be five days.
            _ when inner == typeof(TimeSpan) => text.Contains(':') && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time : null,
            _ when inner.IsEnum => Enum.GetNames(inner).FirstOrDefault(name => Plain(name) == Plain(text)) is { } name ? Enum.Parse(inner, name) : null,
            TypeCode.String => text,
            TypeCode.Boolean => bool.TryParse(text, out var truth) ? truth : null,
            TypeCode.Int32 => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null,
            TypeCode.Int64 => long.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null,

            // Without separators of thousands: with them "0,3" would be 3.
            TypeCode.Single => float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
            TypeCode.Double => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
            _ => null,
        };
        return value ?? throw new ArgumentException($"{leaf.Name} ({leaf.Option.Description}) is {Kind(inner)}, not '{text}'; for example {Text(Node(leaf.Default))}");
    }

    private static Array List(Type element, object?[] items)
    {
        var list = Array.CreateInstance(element, items.Length);
        items.CopyTo(list, 0);
        return list;
    }

    private static string Kind(Type type) =>
        type == typeof(TimeSpan) ? "a time, hours:minutes:seconds"
        : type.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(type))}"
        : Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => "true or false",
            TypeCode.Int32 or TypeCode.Int64 => "a whole number",
            TypeCode.Single or TypeCode.Double => "a number",
            _ => $"a {type.Name}",
        };

    private static object Set(object options, ReadOnlySpan<string> path, object? value)
    {
        var copy = options.GetType().GetMethod("<Clone>$")?.Invoke(options, null)
            ?? throw new ArgumentException($"{options.GetType().Name} is no record: options are copied with one value changed", nameof(options));
        var property = options.GetType().GetProperty(path[0])!;
        property.SetValue(copy, path.Length == 1 ? value : Set(property.GetValue(options)!, path[1..], value), BindingFlags.DoNotWrapExceptions, null, null, null);
        return copy;
    }

    private static string Plain(string name) => name.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    private static ArgumentException Unknown(object options, string name, List<Leaf> leaves)
    {
        var nearest = leaves.MinBy(leaf => Distance(Plain(leaf.Name), Plain(name)))!;
        return new ArgumentException($"{options.GetType().Name} has no option '{name}'; did you mean {nearest.Name}? There are: {string.Join(", ", leaves.Select(leaf => leaf.Name))}");
    }

    /// <summary>Letters to insert, remove or replace (Levenshtein).</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }
}
