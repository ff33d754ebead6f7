using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Unicode;

namespace Kit.Foundation.Checkpoints;

/// <summary>Reads the header of a safetensors file with suspicion, see <see cref="SafetensorsFormat"/>. Needs no engine.</summary>
internal static class SafetensorsHeaderReader
{
    private const int MaxRank = 64; // libtorch's
    private const string Mend = "it is damaged or no safetensors file: copy or download it again.";

    /// <summary>Checks the length that a file claims for its header.</summary>
    /// <exception cref="SafetensorsException">no header can be so long</exception>
    public static int ReadLength(string path, ReadOnlySpan<byte> prefix, long fileLength)
    {
        if (prefix.Length < SafetensorsFormat.Prefix)
        {
            throw new SafetensorsException(path, null, $"the file has {prefix.Length} bytes, fewer than the length of a header takes; {Mend}");
        }

        var length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        var most = Math.Min(SafetensorsFormat.MaxHeader, fileLength - SafetensorsFormat.Prefix);
        return length is >= 2 && length <= (ulong)most
            ? (int)length
            : throw new SafetensorsException(path, null, $"the header would be {length} bytes long, where 2 to {most} are possible; {Mend}");
    }

    /// <summary>The tensors and the metadata of a header, after everything in it was held against the format and the file's length.</summary>
    /// <exception cref="SafetensorsException">something does not fit</exception>
    public static (Dictionary<string, SafetensorsEntry> Entries, Dictionary<string, string> Metadata) Parse(
        string path, ReadOnlyMemory<byte> json, long fileLength)
    {
        var entries = new Dictionary<string, SafetensorsEntry>();
        var metadata = new Dictionary<string, string>();
        if (json.Span[0] != '{' || !Utf8.IsValid(json.Span))
        {
            throw new SafetensorsException(path, null, $"the header is no JSON object in UTF-8; {Mend}");
        }

        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 3 });
            foreach (var property in document.RootElement.EnumerateObject())
            {
                if (property.NameEquals(SafetensorsFormat.Metadata))
                {
                    metadata = ReadMetadata(path, property.Value);
                }
                else
                {
                    entries.Add(property.Name, ReadEntry(path, property.Name, property.Value, SafetensorsFormat.Prefix + json.Length));
                }
            }
        }
        // InvalidOperationException: an escape such as \ud800, which stands for no character.
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            throw new SafetensorsException(path, null, $"the header is no valid JSON: {problem.Message} {Mend}", problem);
        }

        CheckRanges(path, entries, SafetensorsFormat.Prefix + json.Length, fileLength);
        return (entries, metadata);
    }

    private static Dictionary<string, string> ReadMetadata(string path, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object || value.EnumerateObject().Any(pair => pair.Value.ValueKind != JsonValueKind.String))
        {
            throw new SafetensorsException(path, null, $"{SafetensorsFormat.Metadata} is no object of strings; {Mend}");
        }

        return value.EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.GetString()!);
    }

    private static SafetensorsEntry ReadEntry(string path, string name, JsonElement value, long dataStart)
    {
        if (value.ValueKind != JsonValueKind.Object
            || !value.TryGetProperty("dtype", out var dtypeName) || dtypeName.ValueKind != JsonValueKind.String
            || !value.TryGetProperty("shape", out var shapeNumbers) || Numbers(shapeNumbers) is not { Length: <= MaxRank } shape
            || !value.TryGetProperty("data_offsets", out var offsets) || Numbers(offsets) is not [var start, var end])
        {
            throw new SafetensorsException(path, name,
                $"the header does not give dtype, shape (at most {MaxRank} sizes) and two data_offsets, all whole and none negative; {Mend}");
        }

        var (known, dtype, size) = SafetensorsFormat.Dtypes.FirstOrDefault(one => one.Name == dtypeName.GetString());
        if (known is null)
        {
            throw new SafetensorsException(path, name,
                $"the dtype '{dtypeName.GetString()}' is none of {SafetensorsFormat.Known}: convert the file to one of these, or copy it again if it is damaged.");
        }

        var bytes = ByteCount(shape, size)
            ?? throw new SafetensorsException(path, name, $"the shape [{string.Join(", ", shape)}] is larger than any memory; {Mend}");
        return start <= end && end - start == bytes
            ? new SafetensorsEntry(dtype, shape, start + dataStart, bytes)
            : throw new SafetensorsException(path, name,
                $"{known} of shape [{string.Join(", ", shape)}] takes {bytes} bytes; data_offsets are [{start}, {end}]; {Mend}");
    }

    /// <summary>Whole numbers that are not negative and leave room to add a header's length; null where it is anything else.</summary>
    private static long[]? Numbers(JsonElement array)
    {
        if (array.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var numbers = new long[array.GetArrayLength()];
        var i = 0;
        foreach (var element in array.EnumerateArray())
        {
            if (element.ValueKind != JsonValueKind.Number || !element.TryGetInt64(out var number) || number is < 0 or > long.MaxValue / 2)
            {
                return null;
            }

            numbers[i++] = number;
        }

        return numbers;
    }

    /// <summary>Null where it is too large. A zero among the sizes does not excuse the others: libtorch multiplies those too.</summary>
    private static long? ByteCount(long[] shape, long elementSize)
    {
        var product = elementSize;
        foreach (var size in shape)
        {
            if (size > 0 && product > long.MaxValue / 2 / size)
            {
                return null;
            }

            product *= Math.Max(size, 1);
        }

        return shape.Contains(0) ? 0 : product;
    }

    /// <summary>Every byte behind the header belongs to exactly one tensor.</summary>
    private static void CheckRanges(string path, Dictionary<string, SafetensorsEntry> entries, long dataStart, long fileLength)
    {
        var end = dataStart;
        foreach (var (name, entry) in entries.OrderBy(pair => pair.Value.Start).ThenBy(pair => pair.Value.Length))
        {
            if (entry.Start != end)
            {
                throw new SafetensorsException(path, name,
                    $"it starts at byte {entry.Start}, where byte {end} is the next that belongs to no tensor; {Mend}");
            }

            end += entry.Length;
            if (end > fileLength)
            {
                throw new SafetensorsException(path, name, $"it ends at byte {end}, the file at byte {fileLength}: it was cut off; copy or download it again.");
            }
        }

        if (end != fileLength)
        {
            throw new SafetensorsException(path, null, $"{fileLength - end} bytes follow the last tensor, which ends at byte {end}; {Mend}");
        }
    }
}
