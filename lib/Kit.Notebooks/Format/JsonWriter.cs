using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kit.Notebooks.Format;

/// <summary>
/// Writes JSON as Python's <c>json.dumps(x, indent=1, sort_keys=True, ensure_ascii=False)</c> does. System.Text.Json cannot:
/// whatever its encoder, it escapes characters outside the basic plane and U+2028.
/// </summary>
internal static class JsonWriter
{
    public static string Write(JsonNode? node)
    {
        var text = new StringBuilder();
        Write(text, node, 0);
        return text.ToString();
    }

    /// <summary>A number as it was read; a number of ours as Python prints it.</summary>
    public static string NumberText(JsonValue value)
    {
        if (value.TryGetValue<JsonElement>(out var element))
        {
            return element.GetRawText();
        }

        // JSON has no word for NaN and infinity; JavaScript writes null too, and plotly takes it for a gap.
        return value.TryGetValue<double>(out var number) ? double.IsFinite(number) ? Float(number.ToString("E16", CultureInfo.InvariantCulture), number.ToString("R", CultureInfo.InvariantCulture)) : "null"
            : value.TryGetValue<float>(out var single) ? float.IsFinite(single) ? Float(single.ToString("E8", CultureInfo.InvariantCulture), single.ToString("R", CultureInfo.InvariantCulture)) : "null"
            : value.ToJsonString();
    }

    /// <summary>Code-point order, which Python's sort uses; ordinal order of UTF-16 puts U+1F600 before U+FF5E.</summary>
    public static int CompareCodePoints(string a, string b)
    {
        var length = Math.Min(a.Length, b.Length);
        for (var at = 0; at < length; at++)
        {
            if (a[at] != b[at])
            {
                return char.IsSurrogate(a[at]) == char.IsSurrogate(b[at]) ? a[at].CompareTo(b[at]) : char.IsSurrogate(a[at]) ? 1 : -1;
            }
        }

        return a.Length.CompareTo(b.Length);
    }

    private static void Write(StringBuilder text, JsonNode? node, int depth)
    {
        if (depth > JsonReader.MaxDepth)
        {
            throw new NotebookFormatException($"An output nests deeper than {JsonReader.MaxDepth} objects and arrays; flatten the data.");
        }

        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject { Count: 0 }:
                text.Append("{}");
                break;
            case JsonObject map:
                text.Append('{');
                var first = true;
                foreach (var (key, value) in map.OrderBy(entry => entry.Key, Comparer<string>.Create(CompareCodePoints)))
                {
                    NewLine(text, ref first, depth + 1);
                    WriteString(text, key);
                    text.Append(": ");
                    Write(text, value, depth + 1);
                }

                text.Append('\n').Append(' ', depth).Append('}');
                break;
            case JsonArray { Count: 0 }:
                text.Append("[]");
                break;
            case JsonArray array:
                text.Append('[');
                var head = true;
                foreach (var item in array)
                {
                    NewLine(text, ref head, depth + 1);
                    Write(text, item, depth + 1);
                }

                text.Append('\n').Append(' ', depth).Append(']');
                break;
            case JsonValue value:
                WriteValue(text, value, depth);
                break;
        }
    }

    private static void NewLine(StringBuilder text, ref bool first, int depth)
    {
        text.Append(first ? "\n" : ",\n").Append(' ', depth);
        first = false;
    }

    private static void WriteValue(StringBuilder text, JsonValue value, int depth)
    {
        // The kind first asked by type: a double NaN has no JSON kind and asking for it throws.
        if (value.TryGetValue<string>(out var content))
        {
            WriteString(text, content);
        }
        else if (value.TryGetValue<bool>(out var truth))
        {
            text.Append(truth ? "true" : "false");
        }
        else if (value.TryGetValue<double>(out _) || value.TryGetValue<float>(out _) || value.GetValueKind() == JsonValueKind.Number)
        {
            text.Append(NumberText(value));
        }
        else
        {
            // A date or another .NET value put into a node: System.Text.Json says what it is in JSON.
            using var document = JsonDocument.Parse(value.ToJsonString());
            Write(text, document.RootElement.ValueKind == JsonValueKind.String
                ? JsonValue.Create(document.RootElement.GetString())
                : JsonNode.Parse(document.RootElement.GetRawText()), depth);
        }
    }

    private static void WriteString(StringBuilder text, string content)
    {
        text.Append('"');
        for (var at = 0; at < content.Length; at++)
        {
            var c = content[at];
            switch (c)
            {
                case '"': text.Append("\\\""); break;
                case '\\': text.Append(@"\\"); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                case '\b': text.Append("\\b"); break;
                case '\f': text.Append("\\f"); break;
                case < ' ': text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"); break;
                default:
                    if (char.IsHighSurrogate(c) && at + 1 < content.Length && char.IsLowSurrogate(content[at + 1]))
                    {
                        text.Append(c).Append(content[++at]);
                    }
                    else
                    {
                        // Half a pair has no UTF-8; a cell may print one all the same.
                        text.Append(char.IsSurrogate(c) ? '\uFFFD' : c);
                    }

                    break;
            }
        }

        text.Append('"');
    }

    // Python's repr: the shortest digits that read back, an exponent below 1e-4 and from 1e16 on, always a point or an exponent.
    private static string Float(string scientific, string shortest)
    {
        var negative = shortest.StartsWith('-');
        var exponentAt = shortest.IndexOf('E', StringComparison.Ordinal);
        var mantissa = (exponentAt < 0 ? shortest : shortest[..exponentAt]).TrimStart('-').Replace(".", "", StringComparison.Ordinal).TrimStart('0').TrimEnd('0');
        if (mantissa.Length == 0)
        {
            return negative ? "-0.0" : "0.0";
        }

        var exponent = int.Parse(scientific[(scientific.IndexOf('E', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture);
        var digits = exponent switch
        {
            < -4 or >= 16 => mantissa[..1] + (mantissa.Length > 1 ? "." + mantissa[1..] : "")
                + (exponent < 0 ? "e-" : "e+") + Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture),
            < 0 => "0." + new string('0', -exponent - 1) + mantissa,
            _ when mantissa.Length <= exponent + 1 => mantissa.PadRight(exponent + 1, '0') + ".0",
            _ => mantissa[..(exponent + 1)] + "." + mantissa[(exponent + 1)..],
        };
        return negative ? "-" + digits : digits;
    }
}
