using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Kit.Foundation.Runs;

/// <summary>
/// When each row of metrics was written: <c>{"step":12,"seconds":3.25}</c>, seconds of work so far, those before a resume included and those of
/// work that was lost left out. A file of its own, so that metrics are the same bytes however long they took.
/// </summary>
internal sealed class TimesLog : IDisposable
{
    private readonly FileStream _file;
    private readonly double _before;
    private readonly long _opened = Stopwatch.GetTimestamp();

    public TimesLog(string path, long step)
    {
        // Times are for people: a damaged row of them is cut off with what follows, and no reason to refuse a run.
        var (position, last) = MetricTable.Until(path, step);
        _before = last.GetValueOrDefault("seconds");
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, bufferSize: 0);
        _file.SetLength(position);
        _file.Position = position;
    }

    public void Write(long step) => _file.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture,
        $"{{\"step\":{step},\"seconds\":{_before + Stopwatch.GetElapsedTime(_opened).TotalSeconds:0.000###}}}\n")));

    public void Flush() => _file.Flush(flushToDisk: true);

    public void Dispose() => _file.Dispose();
}
