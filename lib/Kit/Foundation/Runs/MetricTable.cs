using System.Globalization;
using System.Text.Json;
using Deedle;

namespace Kit.Foundation.Runs;

/// <summary>The rows of a <see cref="MetricsLog"/>, as columns.</summary>
public sealed class MetricTable
{
    private const int LargestFile = 1 << 30;

    private MetricTable(long[] steps, Dictionary<string, double[]> columns) => (Steps, Columns) = (steps, columns);

    /// <summary>The step of each row, growing.</summary>
    public IReadOnlyList<long> Steps { get; }

    /// <summary>The numbers by name, in the order in which the names first occur; NaN where a row lacks the name.</summary>
    public IReadOnlyDictionary<string, double[]> Columns { get; }

    /// <summary>A column.</summary>
    /// <exception cref="KeyNotFoundException">no row has that name: the message lists the names</exception>
    public double[] this[string name] => Columns.TryGetValue(name, out var column)
        ? column
        : throw new KeyNotFoundException($"there is no metric '{name}'; there are: {string.Join(", ", Columns.Keys)}");

    /// <summary>The columns by step.</summary>
    public Frame<long, string> ToFrame() =>
        Frame.FromColumns(Columns.ToDictionary(column => column.Key, column => new Series<long, double>(Steps, column.Value)));

    /// <summary>Reads a file that may still be growing: a last line without its end is one that is being written, and left out.</summary>
    /// <exception cref="DataFormatException">a line is not a row: the message names it</exception>
    internal static MetricTable Read(string path)
    {
        var (steps, columns) = (new List<long>(), new Dictionary<string, List<double>>());
        foreach (var (line, row) in Lines(path))
        {
            foreach (var (name, value) in Row(path, line, row))
            {
                if (name == "step")
                {
                    if (steps.Count > 0 && value <= steps[^1])
                        throw new DataFormatException(path, line, "step", string.Create(CultureInfo.InvariantCulture, $"{value} does not follow {steps[^1]}; the file was changed by hand or by two runs"));
                    steps.Add((long)value);
                    continue;
                }

                var column = columns.TryGetValue(name, out var known) ? known : columns[name] = [];
                if (column.Count == steps.Count)
                    throw new DataFormatException(path, line, name, "the name is there twice");
                column.AddRange(Enumerable.Repeat(double.NaN, steps.Count - 1 - column.Count));
                column.Add(value);
            }
        }

        return new MetricTable([.. steps], columns.ToDictionary(column => column.Key, column =>
            (double[])[.. column.Value, .. Enumerable.Repeat(double.NaN, steps.Count - column.Value.Count)]));
    }

    /// <summary>Bytes of the rows up to a step, and the last number of a column there, read as far as the file is sound.</summary>
    internal static (long Bytes, double Last) Until(string path, long step, string column)
    {
        var (bytes, last) = (0L, 0.0);
        try
        {
            foreach (var (line, row) in Lines(path))
            {
                var values = Row(path, line, row);
                if (values[0].Value > step)
                    break;
                bytes += row.Length + 1;
                last = values.Find(value => value.Name == column).Value;
            }
        }
        catch (DataFormatException)
        {
            // Times are for people; a torn row of them is no reason to refuse a run.
        }

        return (bytes, last);
    }

    private static IEnumerable<(int Line, ReadOnlyMemory<byte> Row)> Lines(string path)
    {
        if (!File.Exists(path))
            yield break; // a run that was killed at its start
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (file.Length > LargestFile)
            throw new DataFormatException(path, null, null, "the file is larger than 1 GiB; read it with something else");
        var bytes = new byte[file.Length];
        ReadOnlyMemory<byte> rest = bytes.AsMemory(0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
        for (var line = 1; rest.Span.IndexOf((byte)'\n') is >= 0 and var end; line++)
        {
            yield return (line, rest[..end]);
            rest = rest[(end + 1)..];
        }
    }

    private static List<(string Name, double Value)> Row(string path, int line, ReadOnlyMemory<byte> text)
    {
        var row = new List<(string Name, double Value)>();
        try
        {
            var json = new Utf8JsonReader(text.Span);
            json.Read();
            if (json.TokenType != JsonTokenType.StartObject)
                throw new JsonException("it does not begin with '{'");
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var name = json.GetString()!;
                json.Read();
                row.Add((name, json.TokenType switch
                {
                    JsonTokenType.Number when row.Count > 0 && json.GetDouble() is var number && double.IsFinite(number) => number,
                    JsonTokenType.Number when json.TryGetInt64(out var step) && name == "step" => step,
                    JsonTokenType.String when row.Count > 0 && json.GetString() is "NaN" or "Infinity" or "-Infinity" =>
                        double.Parse(json.GetString()!, CultureInfo.InvariantCulture),
                    _ => throw new JsonException(row.Count > 0 ? $"'{name}' is no number" : "the first is not a whole 'step'"),
                }));
            }

            if (json.Read() || row.Count == 0)
                throw new JsonException(row.Count == 0 ? "it has no step" : "something follows the row");
            return row;
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException)
        {
            throw new DataFormatException(path, line, null, $"this is no row of metrics ({exception.Message}); a run that is resumed cuts off what follows its checkpoint", exception);
        }
    }
}
