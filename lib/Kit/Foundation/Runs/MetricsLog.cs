using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Kit.Foundation.Runs;

/// <summary>
/// Rows of numbers that only ever grow, one line of json a row: <c>{"step":12,"loss":0.5}</c>. A row is with the operating system when
/// <see cref="Write"/> returns, so a killed process loses none. Numbers are the shortest that read back exactly; what json has no number for
/// is a text: "NaN", "Infinity", "-Infinity".
/// </summary>
public sealed class MetricsLog : IDisposable
{
    private readonly ArrayBufferWriter<byte> _row = new();
    private readonly FileStream _file;
    private readonly Utf8JsonWriter _json;
    private readonly TimesLog _times;

    /// <summary>Goes on behind a position; what the file holds beyond it is cut off.</summary>
    internal MetricsLog(string path, long position, long? lastStep, TimesLog times)
    {
        _times = times;

        // Without a buffer of our own: a row is one write.
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, bufferSize: 0);
        _file.SetLength(position);
        _file.Position = position;
        _json = new Utf8JsonWriter(_row);
        LastStep = lastStep;
    }

    /// <summary>The step of the last row; null where there is none.</summary>
    public long? LastStep { get; private set; }

    /// <summary>Bytes written.</summary>
    internal long Position => _file.Position;

    /// <summary>Appends a row.</summary>
    /// <param name="step">steps done; more than in the row before</param>
    /// <param name="values">numbers by name; not every row needs all of them</param>
    /// <exception cref="ArgumentException">the step does not grow, or a name is empty, <c>step</c> or there twice</exception>
    public void Write(long step, params ReadOnlySpan<(string Name, double Value)> values)
    {
        if (step <= LastStep)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"a row of step {step} cannot follow that of step {LastStep}: steps grow"), nameof(step));
        _row.ResetWrittenCount();
        _json.Reset();
        _json.WriteStartObject();
        _json.WriteNumber("step", step);
        for (var i = 0; i < values.Length; i++)
        {
            var (name, value) = values[i];
            if (string.IsNullOrEmpty(name) || name == "step" || Holds(values[..i], name))
                throw new ArgumentException($"'{name}' cannot be the name of a metric in this row: names are not empty, not 'step' and not there twice", nameof(values));
            if (double.IsFinite(value))
                _json.WriteNumber(name, value);
            else
                _json.WriteString(name, value.ToString(CultureInfo.InvariantCulture));
        }

        _json.WriteEndObject();
        _json.Flush();
        _row.Write("\n"u8);
        _file.Write(_row.WrittenSpan);
        LastStep = step;
        _times.Write(step);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _json.Dispose();
        _times.Dispose();
        _file.Dispose();
    }

    /// <summary>Everything written is on the disk when this returns.</summary>
    internal void Flush()
    {
        _file.Flush(flushToDisk: true);
        _times.Flush();
    }

    private static bool Holds(ReadOnlySpan<(string Name, double Value)> values, string name)
    {
        foreach (var value in values)
        {
            if (value.Name == name)
                return true;
        }

        return false;
    }
}
