using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Plotly.NET;

/// <summary>Objects of this assembly as JSON: plain arrays, members in the order in which they were set, no number that JSON lacks.</summary>
internal static class Json
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A sequence is read once, when it is given: a chart does not change with the list that it was made from.</summary>
    internal static object Snapshot(object value) => value switch
    {
        string or IStyleParam or DynamicObj.DynamicObj => value,
        IEnumerable items => items.Cast<object?>().Select(item => item is null ? null : Snapshot(item)).ToArray(),
        _ => value,
    };

    internal static string Write(object? value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
            Write(writer, value);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case DynamicObj.DynamicObj it: WriteObject(writer, it); break;
            case IStyleParam word: Write(writer, word.Convert()); break;
            case string text: writer.WriteStringValue(text); break;
            case bool truth: writer.WriteBooleanValue(truth); break;
            case int number: writer.WriteNumberValue(number); break;
            case double number when double.IsFinite(number): writer.WriteNumberValue(number); break;
            case float number when float.IsFinite(number): writer.WriteNumberValue(number); break;
            case double or float: writer.WriteNullValue(); break; // plotly.js draws a gap
            case decimal number: writer.WriteNumberValue(number); break;
            case DateTime time: writer.WriteStringValue(time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)); break;
            case Enum or char: writer.WriteStringValue(value.ToString()); break;
            case byte or sbyte or short or ushort or uint or long: writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture)); break;
            case ulong number: writer.WriteNumberValue(number); break;
            case IEnumerable items: WriteArray(writer, items); break;
            case IConvertible other: writer.WriteStringValue(other.ToString(CultureInfo.InvariantCulture)); break;
            default: throw new NotSupportedException($"A chart cannot hold a value of type {value.GetType()}; give numbers, texts, dates or lists of them.");
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, DynamicObj.DynamicObj value)
    {
        writer.WriteStartObject();
        foreach (var (name, member) in value.Members)
        {
            writer.WritePropertyName(name);
            Write(writer, member);
        }

        writer.WriteEndObject();
    }

    private static void WriteArray(Utf8JsonWriter writer, IEnumerable items)
    {
        writer.WriteStartArray();
        foreach (var item in items)
            Write(writer, item);
        writer.WriteEndArray();
    }
}
