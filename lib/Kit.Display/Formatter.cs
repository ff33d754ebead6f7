using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Kit.Display;

/// <summary>Turns any value into a <see cref="MimeBundle"/>; it never throws, and equal values give equal bundles.</summary>
/// <remarks>
/// In this order: a public method <c>ToMimeBundle()</c> that returns a <see cref="MimeBundle"/> or pairs of MIME type and text
/// or JSON; a formatter that was registered; an attribute called <c>TypeFormatterSourceAttribute</c>, also an internal one of a
/// library, as .NET Interactive had it; and what follows from the type. The conventions go by name, so that a library needs no
/// reference to this assembly.
/// </remarks>
public static class Formatter
{
    private const int MaximumItems = 100;
    private const string PlainText = "text/plain";
    private static readonly List<Func<object, MimeBundle?>> Registered = [];

    /// <summary>
    /// Registers a formatter for <typeparamref name="T"/> and what derives from it; the newest wins, and one that returns null
    /// passes.
    /// </summary>
    public static void Register<T>(Func<T, MimeBundle?> format) where T : class
    {
        lock (Registered)
        {
            Registered.Insert(0, value => value is T it ? format(it) : null);
        }
    }

    /// <summary>The representations of a value, <c>text/plain</c> always among them; null gives the text <c>&lt;null&gt;</c>.</summary>
    public static MimeBundle Format(object? value)
    {
        try
        {
            var bundle = value is null ? Plain("<null>") : value as MimeBundle ?? ByMethod(value) ?? ByRegistration(value) ?? ByAttribute(value) ?? ByType(value);
            return bundle.Data.Any(entry => entry.Key == PlainText) ? bundle : bundle.With(PlainText, Text(value));
        }
        catch (Exception exception)
        {
            return Plain(Threw(exception));
        }
    }

    /// <summary>A value in one line: what tables and lists show of it.</summary>
    internal static string ShortText(object? value) => value switch
    {
        null => "",
        string text => text,
        ITuple tuple => $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(index => ShortText(tuple[index])))})",
        IEnumerable items when !HasOwnText(value.GetType()) => ListText(items),
        _ => Text(value),
    };

    internal static bool IsScalar(Type type) => type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(decimal)
        || type == typeof(DateTime) || type == typeof(DateTimeOffset) || type == typeof(DateOnly) || type == typeof(TimeOnly)
        || type == typeof(TimeSpan) || type == typeof(Guid) || type == typeof(Half) || type == typeof(BigInteger) || type == typeof(Complex)
        || type == typeof(Uri) || type == typeof(Version) || Nullable.GetUnderlyingType(type) is { } inner && IsScalar(inner);

    internal static string Threw(Exception exception) =>
        $"<{(exception is TargetInvocationException { InnerException: { } inner } ? inner : exception).GetType().Name} while it was shown: "
        + $"{(exception is TargetInvocationException { InnerException: { } cause } ? cause : exception).Message}>";

    private static MimeBundle? ByMethod(object value)
    {
        var method = value.GetType().GetMethod("ToMimeBundle", BindingFlags.Public | BindingFlags.Instance, []);
        return method?.Invoke(value, null) switch
        {
            null => null,
            MimeBundle bundle => bundle,
            IEnumerable pairs => Bundle(pairs),
            _ => null,
        };
    }

    // Pairs of any kind: a dictionary, tuples, key-value pairs of another library's JSON type.
    private static MimeBundle Bundle(IEnumerable pairs)
    {
        var bundle = new MimeBundle();
        foreach (var pair in pairs.OfType<object>())
        {
            var type = pair.GetType();
            var (key, content) = pair is ITuple { Length: 2 } tuple
                ? (tuple[0], tuple[1])
                : (type.GetProperty("Key")?.GetValue(pair), type.GetProperty("Value")?.GetValue(pair));
            if (key is string mimeType && content is not null)
            {
                bundle.WithJson(mimeType, content switch
                {
                    JsonNode node => node.DeepClone(),
                    string text when mimeType.EndsWith("json", StringComparison.Ordinal) => JsonNode.Parse(text)!,
                    _ => JsonValue.Create(Text(content)),
                });
            }
        }

        return bundle;
    }

    private static MimeBundle? ByRegistration(object value)
    {
        Func<object, MimeBundle?>[] formatters;
        lock (Registered)
        {
            formatters = [.. Registered];
        }

        return formatters.Select(format => format(value)).FirstOrDefault(bundle => bundle is not null);
    }

    private static MimeBundle? ByAttribute(object value)
    {
        var attribute = value.GetType().GetCustomAttributes(inherit: true).FirstOrDefault(it => it.GetType().Name == "TypeFormatterSourceAttribute");
        if (attribute is null)
        {
            return null;
        }

        const BindingFlags any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;
        var source = attribute.GetType().GetProperties(any).Select(property => property.GetValue(attribute)).OfType<Type>().FirstOrDefault();
        if (source is null || source.GetMethod("CreateTypeFormatters", any, [])?.Invoke(Activator.CreateInstance(source, nonPublic: true), null) is not IEnumerable formatters)
        {
            return null;
        }

        var preferred = attribute.GetType().GetProperty("PreferredMimeTypes", any)?.GetValue(attribute) as IEnumerable<string>;
        var bundle = new MimeBundle();
        foreach (var formatter in formatters.OfType<object>())
        {
            if (formatter.GetType().GetProperty("MimeType", any)?.GetValue(formatter) is string mimeType
                && formatter.GetType().GetMethod("Format", any, [typeof(object), typeof(TextWriter)]) is { } format)
            {
                var text = new StringWriter(CultureInfo.InvariantCulture);
                if (format.Invoke(formatter, [value, text]) is not false && (preferred is null || preferred.Contains(mimeType) || mimeType == PlainText))
                {
                    bundle.With(mimeType, text.ToString());
                }
            }
        }

        return bundle.Data.Count > 0 ? bundle : null;
    }

    private static MimeBundle ByType(object value)
    {
        var type = value.GetType();
        if (IsScalar(type) || value is Exception or Type or ITuple)
        {
            return Plain(value is ITuple ? ShortText(value) : Text(value));
        }

        return value switch
        {
            Array { Rank: 2 } matrix => Plain(MatrixText(matrix)),
            IEnumerable items when !HasOwnText(type) => items is not string && IsListOfScalars(items) ? Plain(ListText(items)) : new ValueTable(items).ToMimeBundle(),
            _ when !HasOwnText(type) && ValueTable.Members(type) is { Count: > 0 } members =>
                new ValueTable(members.Select(member => new { property = member.Name, value = ValueTable.Cell(() => member.Read(value)) })).ToMimeBundle()
                    .With(PlainText, $"{Name(type)} {{ {string.Join(", ", members.Select(member => $"{member.Name} = {ValueTable.Cell(() => member.Read(value))}"))} }}"),
            _ => Plain(Text(value)),
        };
    }

    private static bool IsListOfScalars(IEnumerable items)
    {
        foreach (var item in items)
        {
            return item is null || IsScalar(item.GetType());
        }

        return true;
    }

    private static string ListText(IEnumerable items)
    {
        var shown = new List<string>();
        foreach (var item in items)
        {
            if (shown.Count == MaximumItems)
            {
                shown.Add(items is ICollection { Count: var count } ? string.Create(CultureInfo.InvariantCulture, $"… ({count} in all)") : "…");
                break;
            }

            shown.Add(item is null ? "null" : ShortText(item));
        }

        return $"[{string.Join(", ", shown)}]";
    }

    private static string MatrixText(Array matrix)
    {
        var rows = Enumerable.Range(0, Math.Min(matrix.GetLength(0), MaximumItems)).Select(row => Enumerable
            .Range(0, Math.Min(matrix.GetLength(1), MaximumItems)).Select(column => ShortText(matrix.GetValue(row, column))).ToArray()).ToArray();
        var width = rows.SelectMany(row => row).Select(cell => cell.Length).DefaultIfEmpty().Max();
        var lines = rows.Select(row => string.Join("  ", row.Select(cell => cell.PadLeft(width)))).ToList();
        if (matrix.GetLength(0) > MaximumItems || matrix.GetLength(1) > MaximumItems)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"… ({matrix.GetLength(0)} × {matrix.GetLength(1)} in all)"));
        }

        return string.Join('\n', lines);
    }

    private static string Text(object? value) => value switch
    {
        null => "<null>",
        string text => text,
        bool truth => truth ? "true" : "false",
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        IFormattable it => it.ToString(null, CultureInfo.InvariantCulture),
        Exception exception => $"{Name(exception.GetType())}: {exception.Message}",
        Type type => Name(type),
        _ => value.ToString() ?? "",
    };

    /// <summary>Whether a type says itself how it reads: records and anonymous types do, plain classes and lists do not.</summary>
    private static bool HasOwnText(Type type) =>
        type.GetMethod(nameof(ToString), []) is { } method && method.DeclaringType != typeof(object) && method.DeclaringType != typeof(ValueType);

    private static string Name(Type type)
    {
        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]";
        }

        var tick = type.Name.IndexOf('`', StringComparison.Ordinal);
        return tick < 0 ? type.Name : $"{type.Name[..tick]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
    }

    private static MimeBundle Plain(string text) => new MimeBundle().With(PlainText, text);
}
