using System.Globalization;
using System.Text.Json;
using Deedle;

namespace Kit.Foundation.Runs;

/// <summary>The rows of a <see cref="MetricsLog"/>, as columns.</summary>
public sealed class MetricTable
{
    private const int LargestFile = 1 << 30;
    private const int LargestRow = 1 << 24;

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
        if (File.Exists(path) && new FileInfo(path).Length > LargestFile)
            throw new DataFormatException(path, null, null, "the file is larger than 1 GiB; read it with something else");
        var (steps, columns) = (new List<long>(), new Dictionary<string, List<double>>());
        foreach (var (step, values, _) in Rows(path))
        {
            foreach (var (name, value) in values)
            {
                var column = columns.TryGetValue(name, out var known) ? known : columns[name] = [];
                column.AddRange(Enumerable.Repeat(double.NaN, steps.Count - column.Count));
                column.Add(value);
            }

            steps.Add(step);
        }

        return new MetricTable([.. steps], columns.ToDictionary(column => column.Key, column =>
            (double[])[.. column.Value, .. Enumerable.Repeat(double.NaN, steps.Count - column.Value.Count)]));
    }

    /// <summary>Bytes of the rows up to a step, and the numbers of the last of them, read as far as the file is sound.</summary>
    internal static (long Bytes, IReadOnlyDictionary<string, double> Last) Until(string path, long step)
    {
        var (bytes, last) = (0L, new Dictionary<string, double>());
        try
        {
            foreach (var row in Rows(path).TakeWhile(row => row.Step <= step))
                (bytes, last) = (row.End, row.Values);
        }
        catch (DataFormatException)
        {
            // The caller sees how far it was sound.
        }

        return (bytes, last);
    }

    /// <summary>The rows, and where each ends in the file.</summary>
    private static IEnumerable<(long Step, Dictionary<string, double> Values, long End)> Rows(string path)
    {
        var (end, last) = (0L, (long?)null);
        foreach (var (line, text) in Lines(path))
        {
            var (step, values) = Row(path, line, text);
            if (step <= last)
                throw new DataFormatException(path, line, "step", string.Create(CultureInfo.InvariantCulture, $"{step} does not follow {last}; the file was changed by hand or by two runs"));
            (end, last) = (end + text.Length + 1, step);
            yield return (step, values, end);
        }
    }

    private static IEnumerable<(int Line, ReadOnlyMemory<byte> Row)> Lines(string path)
    {
        if (!File.Exists(path))
            yield break; // a run that was killed at its start
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var (buffer, line) = (new byte[1 << 16], 1);
        for (int length = 0, read; (read = file.Read(buffer, length, buffer.Length - length)) > 0;)
        {
            var start = 0;
            length += read;
            for (; buffer.AsSpan(start, length - start).IndexOf((byte)'\n') is >= 0 and var end; start += end + 1)
                yield return (line++, buffer.AsMemory(start, end));
            buffer.AsSpan(start, length - start).CopyTo(buffer);
            length -= start;
            if (length == LargestRow)
                throw new DataFormatException(path, line, null, "the line is longer than 16 MiB; no row of metrics is");
            if (length == buffer.Length)
                Array.Resize(ref buffer, 2 * length);
        }
    }

    private static (long Step, Dictionary<string, double> Values) Row(string path, int line, ReadOnlyMemory<byte> text)
    {
        try
        {
            var json = new Utf8JsonReader(text.Span);
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
                throw new JsonException("it does not begin with '{'");
            if (!json.Read() || json.TokenType != JsonTokenType.PropertyName || !json.ValueTextEquals("step") || !json.Read() || !json.TryGetInt64(out var step))
                throw new JsonException("the first is not a whole 'step'");
            var values = new Dictionary<string, double>();
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var name = json.GetString()!;
                json.Read();
                var value = json.TokenType switch
                {
                    JsonTokenType.Number when json.GetDouble() is var number && double.IsFinite(number) => number,
                    JsonTokenType.String when json.GetString() is "NaN" or "Infinity" or "-Infinity" =>
                        double.Parse(json.GetString()!, CultureInfo.InvariantCulture),
                    _ => throw new JsonException($"'{name}' is no number"),
                };
                if (name == "step" || !values.TryAdd(name, value))
                    throw new JsonException($"'{name}' is there twice");
            }

            return json.Read() ? throw new JsonException("something follows the row") : (step, values);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException)
        {
            throw new DataFormatException(path, line, null, $"this is no row of metrics ({exception.Message}); a run that is resumed cuts off what follows its checkpoint", exception);
        }
    }
}
