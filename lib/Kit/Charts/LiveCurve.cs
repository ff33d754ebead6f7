using System.Globalization;
using Kit.Display;
using Kit.Foundation;
using Kit.Foundation.Runs;

namespace Kit.Charts;

/// <summary>
/// Metrics of long work as curves that grow while it runs: an observer that draws in a notebook, over and over in one place, and does nothing
/// elsewhere. The last picture is drawn from all reports and from nothing else, so equal runs leave equal outputs; a run that is interrupted
/// leaves the picture it had.
/// </summary>
public sealed class LiveCurve : IProgress<TrainingProgress>
{
    private readonly Lock _lock = new();
    private readonly IDisplaySink? _sink = DisplayContext.Current;
    private readonly string _title, _seeds;
    private readonly Provenance _provenance;
    private readonly (string Name, List<(double Step, double Value)> Points)[] _metrics;
    private readonly SortedSet<string> _reported = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;
    private readonly TimeSpan _every;
    private DisplayedValue? _shown;
    private long _drawn;

    /// <summary>Watches metrics; create it in the cell that starts the work.</summary>
    /// <param name="title">what is trained on what</param>
    /// <param name="seeds">the seeds behind the run</param>
    /// <param name="metrics">names of the metrics to draw, at least one; each gets axes of its own</param>
    /// <param name="provenance">simulated where the world is a toy</param>
    /// <param name="every">the least time between two pictures; a second where null</param>
    /// <param name="time">the clock that decides when to draw again; the system's where null</param>
    /// <exception cref="ArgumentException">no title, no word on seeds, or no metric</exception>
    public LiveCurve(string title, string seeds, IReadOnlyList<string> metrics, Provenance provenance = Provenance.Measured, TimeSpan? every = null, TimeProvider? time = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentException.ThrowIfNullOrWhiteSpace(seeds);
        if (metrics.Count == 0)
            throw new ArgumentException("a live curve needs the name of a metric", nameof(metrics));
        (_title, _seeds, _provenance, _every, _time) = (title, seeds, provenance, every ?? TimeSpan.FromSeconds(1), time ?? TimeProvider.System);
        _metrics = [.. metrics.Distinct().Select(name => (name, new List<(double, double)>()))];
    }

    /// <summary>Takes the metrics of a step; a step that was reported before begins the curve anew from there, as a resumed run does. What is not finite is not drawn.</summary>
    public void Report(TrainingProgress value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (_sink is null)
            return;
        lock (_lock)
        {
            foreach (var (name, points) in _metrics)
            {
                while (points.Count > 0 && points[^1].Step >= value.Step)
                    points.RemoveAt(points.Count - 1);
                if (value.Metrics.TryGetValue(name, out var number) && double.IsFinite(number))
                    points.Add((value.Step, number));
            }

            _reported.UnionWith(value.Metrics.Keys);
            if (value.Finished || _shown is null || _time.GetElapsedTime(_drawn) >= _every)
                Draw(value.Finished);
        }
    }

    private void Draw(bool finished)
    {
        var drawable = _metrics.Where(it => it.Points.Count > 1).ToList();
        if (drawable.Count == 0 && !finished)
            return;
        object picture = drawable.Count > 0 ? Picture(drawable)
            : $"Nothing to draw: fewer than two steps reported {string.Join(", ", _metrics.Select(it => $"'{it.Name}'"))}; reported were: {string.Join(", ", _reported.Select(it => $"'{it}'"))}.";

        // A report may come from a thread that does not know the cell.
        using (DisplayContext.Use(_sink!, DisplayContext.CancellationToken))
        {
            if (_shown is null)
                _shown = Kernel.display(picture);
            else
                _shown.Update(picture);
        }

        _drawn = _time.GetTimestamp();
    }

    private Figure Picture(IReadOnlyList<(string Name, List<(double Step, double Value)> Points)> metrics)
    {
        var lines = metrics.Select(it => new PlotLine(it.Name, [.. it.Points.Select(point => point.Step)], [.. it.Points.Select(point => point.Value)])).ToList();
        var drawn = lines.Select(line => new LineSet([line], logX: false)).ToList();
        var panels = drawn.Select((it, i) => ("", Plot.Lines(it.Thinned(), "step", lines[i].Name, it.Range([])))).ToList();
        var steps = lines.Max(line => line.X.Count);
        return new Figure(panels.Count == 1 ? panels[0].Item2 : Plot.SmallMultiples(panels, columns: 1), new FigureText
        {
            Title = _title,
            Provenance = _provenance,
            Count = steps,
            Counted = "reported steps",
            Seeds = _seeds,
            Source = drawn.Select(it => it.Note).FirstOrDefault(note => note.Length > 0) ?? "",
            Alternative = string.Join(" ", lines.Select(line => string.Create(CultureInfo.InvariantCulture,
                $"{line.Name} over steps {line.X[0]:G6} to {line.X[^1]:G6}: {line.Y[0]:G3} at first, {line.Y[^1]:G3} at last, between {line.Y.Min():G3} and {line.Y.Max():G3}."))),
        }, height: panels.Count == 1 ? 340 : 100 + (190 * panels.Count), legend: false);
    }
}
