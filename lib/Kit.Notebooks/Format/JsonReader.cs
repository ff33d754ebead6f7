using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Kit.Notebooks.Format;

/// <summary>Reads JSON from a file that anybody may have written; every fault is named with its line.</summary>
internal static class JsonReader
{
    /// <summary>How deep objects and arrays may nest: far deeper than any figure, far from the end of the stack.</summary>
    public const int MaxDepth = 128;

    public static JsonNode? Read(ReadOnlySpan<byte> utf8, string name)
    {
        if (utf8.StartsWith("\uFEFF"u8))
        {
            utf8 = utf8[3..];
        }
        else if (utf8.StartsWith<byte>([0xFE, 0xFF]) || utf8.StartsWith<byte>([0xFF, 0xFE]))
        {
            throw new NotebookFormatException($"{name}: is UTF-16; save it as UTF-8.");
        }

        if (!Utf8.IsValid(utf8))
        {
            var at = FirstInvalid(utf8);
            throw new NotebookFormatException(
                $"{name}: line {LineAt(utf8, at)}: byte 0x{utf8[at]:X2} is not UTF-8; save the file as UTF-8 or restore it.");
        }

        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        try
        {
            CheckTokens(ref reader, utf8, name);
        }
        catch (JsonException cause)
        {
            throw Malformed(utf8, name, cause);
        }
        catch (InvalidOperationException cause)
        {
            // The reader decodes escapes when a string is asked for; the one thing it can then refuse is half a surrogate pair.
            throw new NotebookFormatException(
                $"{name}: line {LineAt(utf8, (int)reader.TokenStartIndex)}: a \\u escape is half of a surrogate pair; write the character whole.", cause);
        }

        var whole = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        return JsonNode.Parse(ref whole);
    }

    // One pass before any tree is built: duplicate keys and undecodable strings, which a tree reports late or not at all.
    private static void CheckTokens(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, string name)
    {
        var open = new Stack<HashSet<string>?>();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    open.Push([]);
                    break;
                case JsonTokenType.StartArray:
                    open.Push(null);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    open.Pop();
                    break;
                case JsonTokenType.PropertyName when !open.Peek()!.Add(reader.GetString()!):
                    throw new NotebookFormatException(
                        $"{name}: line {LineAt(utf8, (int)reader.TokenStartIndex)}: the key \"{Short(reader.GetString()!)}\" stands twice in one object; keep one.");
                case JsonTokenType.String when reader.ValueIsEscaped:
                    reader.GetString();
                    break;
                default:
                    break;
            }
        }
    }

    private static NotebookFormatException Malformed(ReadOnlySpan<byte> utf8, string name, JsonException cause)
    {
        var line = (cause.LineNumber ?? 0) + 1;
        if (cause.Message.Contains("maximum configured depth", StringComparison.OrdinalIgnoreCase))
        {
            return new($"{name}: line {line}: objects and arrays nest deeper than {MaxDepth}; flatten the data.", cause);
        }

        var lastLine = LineAt(utf8, utf8.Length) - 1;
        var lastLineStart = utf8.LastIndexOf((byte)'\n') + 1;
        if (cause.LineNumber >= lastLine && lastLineStart + (cause.BytePositionInLine ?? 0) >= utf8.Length)
        {
            return new($"{name}: line {line}: the file ends in the middle; it was cut off: restore it from its source or from git.", cause);
        }

        var reason = cause.Message;
        var detail = reason.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return new($"{name}: line {line}, byte {cause.BytePositionInLine + 1}: is not JSON: {Short(detail < 0 ? reason : reason[..detail])} Mend it there or restore the file.", cause);
    }

    private static int FirstInvalid(ReadOnlySpan<byte> utf8)
    {
        var at = 0;
        while (at < utf8.Length && System.Text.Rune.DecodeFromUtf8(utf8[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }

        return Math.Min(at, utf8.Length - 1);
    }

    private static int LineAt(ReadOnlySpan<byte> utf8, int at) => utf8[..at].Count((byte)'\n') + 1;

    private static string Short(string text) => text.Length <= 120 ? text : text[..120] + "…";
}
