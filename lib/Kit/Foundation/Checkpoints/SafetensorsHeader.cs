using System.Buffers.Binary;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using static TorchSharp.torch;

namespace Kit.Foundation.Checkpoints;

/// <summary>
/// The header of a safetensors file (github.com/huggingface/safetensors, "Format"): its length as eight bytes, little-endian, then a JSON object
/// with dtype, shape and byte range of every tensor, then nothing but those ranges. Needs no engine.
/// </summary>
internal static class SafetensorsHeader
{
    /// <summary>The bytes that hold the header's length.</summary>
    public const int Prefix = sizeof(long);

    private const int MaxLength = 100_000_000; // the format's own bound
    private const int MaxRank = 64;            // libtorch's
    private const string MetadataName = "__metadata__";
    private const string Mend = "it is damaged or no safetensors file: copy or download it again.";

    private static readonly UTF8Encoding s_utf8 = new(false, throwOnInvalidBytes: true);

    private static readonly (string Name, ScalarType Dtype, int Size)[] s_dtypes =
    [
        ("F64", ScalarType.Float64, 8), ("I64", ScalarType.Int64, 8), ("F32", ScalarType.Float32, 4), ("I32", ScalarType.Int32, 4),
        ("F16", ScalarType.Float16, 2), ("BF16", ScalarType.BFloat16, 2), ("I16", ScalarType.Int16, 2), ("I8", ScalarType.Int8, 1),
        ("U8", ScalarType.Byte, 1), ("BOOL", ScalarType.Bool, 1),
    ];

    private static string Known => string.Join(", ", s_dtypes.Select(dtype => dtype.Name));

    /// <summary>The bytes of an element; null where the format has none such, or we do not.</summary>
    public static int? ElementSize(ScalarType dtype)
    {
        var at = Array.FindIndex(s_dtypes, known => known.Dtype == dtype);
        return at < 0 ? null : s_dtypes[at].Size;
    }

    /// <summary>The header of tensors that follow one another without gaps, and the order in which they do.</summary>
    /// <exception cref="ArgumentException">a name or an element type that no safetensors file can hold</exception>
    public static (byte[] Bytes, IReadOnlyList<string> Order) Compose(
        IReadOnlyDictionary<string, (ScalarType Dtype, long[] Shape)> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        foreach (var (name, (dtype, _)) in tensors)
        {
            CheckText(name, $"the tensor name '{name}'");
            if (name == MetadataName)
            {
                throw new ArgumentException($"a tensor is called '{MetadataName}', which is the format's own name for the metadata: rename it.");
            }

            if (ElementSize(dtype) is null)
            {
                throw new ArgumentException(
                    $"the tensor '{name}' is of dtype {dtype}, which safetensors files do not hold: convert it to one of {Known} first.");
            }
        }

        // Wide elements first, so that each tensor starts at a multiple of its element's size; then by name: the same tensors, the same bytes.
        var order = tensors.Keys.OrderByDescending(name => ElementSize(tensors[name].Dtype)).ThenBy(name => name, StringComparer.Ordinal).ToList();
        using var json = new MemoryStream();
        json.Write(new byte[Prefix]);
        using (var writer = new Utf8JsonWriter(json, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            if (metadata.Count > 0)
            {
                WriteMetadata(writer, metadata);
            }

            var end = 0L;
            foreach (var name in order)
            {
                end = WriteEntry(writer, name, tensors[name].Dtype, tensors[name].Shape, end);
            }

            writer.WriteEndObject();
        }

        while (json.Length % Prefix != 0)
        {
            json.WriteByte((byte)' ');
        }

        if (json.Length - Prefix > MaxLength)
        {
            throw new ArgumentException($"names and metadata take {json.Length - Prefix} bytes; the format allows {MaxLength}: shorten them.");
        }

        var bytes = json.ToArray();
        BinaryPrimitives.WriteInt64LittleEndian(bytes, bytes.Length - Prefix);
        return (bytes, order);
    }

    /// <summary>Checks the length that a file claims for its header.</summary>
    /// <exception cref="SafetensorsException">no header can be so long</exception>
    public static int ReadLength(string path, ReadOnlySpan<byte> prefix, long fileLength)
    {
        if (prefix.Length < Prefix)
        {
            throw new SafetensorsException(path, null, $"the file has {prefix.Length} bytes, fewer than the length of a header takes; {Mend}");
        }

        var length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        var most = Math.Min(MaxLength, fileLength - Prefix);
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
                if (property.NameEquals(MetadataName))
                {
                    metadata = ReadMetadata(path, property.Value);
                }
                else
                {
                    entries.Add(property.Name, ReadEntry(path, property.Name, property.Value, Prefix + json.Length));
                }
            }
        }
        // InvalidOperationException: an escape such as \ud800, which stands for no character.
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            throw new SafetensorsException(path, null, $"the header is no valid JSON: {problem.Message} {Mend}", problem);
        }

        CheckRanges(path, entries, Prefix + json.Length, fileLength);
        return (entries, metadata);
    }

    private static void WriteMetadata(Utf8JsonWriter writer, IReadOnlyDictionary<string, string> metadata)
    {
        writer.WriteStartObject(MetadataName);
        foreach (var (key, value) in metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            CheckText(key, $"the metadata key '{key}'");
            CheckText(value, $"the metadata value of '{key}'");
            writer.WriteString(key, value);
        }

        writer.WriteEndObject();
    }

    private static long WriteEntry(Utf8JsonWriter writer, string name, ScalarType dtype, long[] shape, long start)
    {
        var known = s_dtypes.First(known => known.Dtype == dtype);
        var end = shape.Aggregate((long)known.Size, (product, size) => checked(product * size)) + start;
        writer.WriteStartObject(name);
        writer.WriteString("dtype", known.Name);
        WriteNumbers(writer, "shape", shape);
        WriteNumbers(writer, "data_offsets", [start, end]);
        writer.WriteEndObject();
        return end;
    }

    private static void WriteNumbers(Utf8JsonWriter writer, string name, long[] numbers)
    {
        writer.WriteStartArray(name);
        foreach (var number in numbers)
        {
            writer.WriteNumberValue(number);
        }

        writer.WriteEndArray();
    }

    private static void CheckText(string text, string what)
    {
        try
        {
            s_utf8.GetByteCount(text);
        }
        catch (EncoderFallbackException problem)
        {
            throw new ArgumentException($"{what} holds half of a surrogate pair, which is no text: rename it.", problem);
        }
    }

    private static Dictionary<string, string> ReadMetadata(string path, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object || value.EnumerateObject().Any(pair => pair.Value.ValueKind != JsonValueKind.String))
        {
            throw new SafetensorsException(path, null, $"{MetadataName} is no object of strings; {Mend}");
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

        var at = Array.FindIndex(s_dtypes, known => known.Name == dtypeName.GetString());
        if (at < 0)
        {
            throw new SafetensorsException(path, name,
                $"the dtype '{dtypeName.GetString()}' is none of {Known}: convert the file to one of these, or copy it again if it is damaged.");
        }

        var (_, dtype, size) = s_dtypes[at];
        var bytes = ByteCount(shape, size)
            ?? throw new SafetensorsException(path, name, $"the shape [{string.Join(", ", shape)}] is larger than any memory; {Mend}");
        return start <= end && end - start == bytes
            ? new SafetensorsEntry(dtype, shape, start + dataStart, bytes)
            : throw new SafetensorsException(path, name,
                $"{dtypeName.GetString()} of shape [{string.Join(", ", shape)}] takes {bytes} bytes; data_offsets are [{start}, {end}]; {Mend}");
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
