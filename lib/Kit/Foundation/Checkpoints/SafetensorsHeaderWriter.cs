using System.Buffers.Binary;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using static TorchSharp.torch;

namespace Kit.Foundation.Checkpoints;

/// <summary>Composes the header of a safetensors file, see <see cref="SafetensorsFormat"/>.</summary>
internal static class SafetensorsHeaderWriter
{
    private static readonly UTF8Encoding s_utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>The header of tensors that follow one another without gaps, and the order in which they do.</summary>
    /// <exception cref="ArgumentException">a name or an element type that no safetensors file can hold</exception>
    public static (byte[] Bytes, IReadOnlyList<string> Order) Compose(
        IReadOnlyDictionary<string, (ScalarType Dtype, long[] Shape)> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        foreach (var (name, (dtype, _)) in tensors)
        {
            CheckText(name, $"the tensor name '{name}'");
            if (name == SafetensorsFormat.Metadata)
            {
                throw new ArgumentException($"a tensor is called '{SafetensorsFormat.Metadata}', which is the format's own name for the metadata: rename it.");
            }

            if (!SafetensorsFormat.Dtypes.Any(known => known.Dtype == dtype))
            {
                throw new ArgumentException(
                    $"the tensor '{name}' is of dtype {dtype}, which safetensors files do not hold: convert it to one of {SafetensorsFormat.Known} first.");
            }
        }

        // Wide elements first, so that each tensor starts at a multiple of its element's size; then by name: the same tensors, the same bytes.
        var order = tensors.Keys.OrderByDescending(name => Known(tensors[name].Dtype).Size).ThenBy(name => name, StringComparer.Ordinal).ToList();
        using var json = new MemoryStream();
        json.Write(new byte[SafetensorsFormat.Prefix]);
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

        while (json.Length % SafetensorsFormat.Prefix != 0)
        {
            json.WriteByte((byte)' ');
        }

        if (json.Length - SafetensorsFormat.Prefix > SafetensorsFormat.MaxHeader)
        {
            throw new ArgumentException($"names and metadata take {json.Length - SafetensorsFormat.Prefix} bytes; the format allows {SafetensorsFormat.MaxHeader}: shorten them.");
        }

        var bytes = json.ToArray();
        BinaryPrimitives.WriteInt64LittleEndian(bytes, bytes.Length - SafetensorsFormat.Prefix);
        return (bytes, order);
    }

    private static (string Name, ScalarType Dtype, int Size) Known(ScalarType dtype) => SafetensorsFormat.Dtypes.First(known => known.Dtype == dtype);

    private static void WriteMetadata(Utf8JsonWriter writer, IReadOnlyDictionary<string, string> metadata)
    {
        writer.WriteStartObject(SafetensorsFormat.Metadata);
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
        var known = Known(dtype);
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
}
