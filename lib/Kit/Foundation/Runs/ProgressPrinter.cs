using System.Globalization;
using Kit.Display;

namespace Kit.Foundation.Runs;

/// <summary>
/// Shows progress as text: in a terminal one line that is written over, in a log a line every ten seconds, in a notebook one output that is
/// updated and in the end says nothing that differs from run to run.
/// </summary>
public sealed class ProgressPrinter : IProgress<TrainingProgress>
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(10);

    private readonly string _name;
    private readonly TextWriter _output;
    private readonly int? _width;
    private DisplayedValue? _shown;
    private TimeSpan? _last;
    private int _length;

    /// <summary>A printer for where the program runs.</summary>
    /// <param name="name">what is going on, for example "training"</param>
    public ProgressPrinter(string name = "training")
        : this(name, Console.Out, Console.IsOutputRedirected ? null : Console.WindowWidth)
    {
    }

    /// <summary>A printer for a terminal of some width, or, where that is null, for a log.</summary>
    internal ProgressPrinter(string name, TextWriter output, int? width) => (_name, _output, _width) = (name, output, width);

    /// <inheritdoc />
    public void Report(TrainingProgress value)
    {
        if (_shown is not null || DisplayContext.Current is not null)
            Show(value.Finished ? Done(value) : Text(value));
        else if (_width is { } width)
            WriteOver(Text(value), width, value.Finished);
        else if (_last is null || value.Finished || value.Elapsed - _last >= BetweenLines)
        {
            _last = value.Elapsed;
            _output.WriteLine(Text(value));
        }
    }

    /// <summary>training: 1,234 of 10,000 steps, 512 steps/s, 17 s left, loss 0.123</summary>
    private string Text(TrainingProgress progress) => string.Join(", ", [
        Done(progress),
        .. progress.StepsPerSecond > 0 ? [Units.Rate(progress.StepsPerSecond)] : Array.Empty<string>(),
        .. progress.Finished ? [$"took {Units.Time(progress.Elapsed)}"]
            : progress.Remaining is { } remaining ? [$"{Units.Time(remaining)} left"] : Array.Empty<string>(),
        .. progress.Metrics.Select(metric => string.Create(CultureInfo.InvariantCulture, $"{metric.Key} {metric.Value:G4}"))]);

    private string Done(TrainingProgress progress) => $"{_name}: {Units.Count(progress.Step)} of {Units.Count(progress.Steps)} steps";

    private void Show(string text)
    {
        if (_shown is null)
            _shown = Kernel.display(text);
        else
            _shown.Update(text);
    }

    private void WriteOver(string text, int width, bool last)
    {
        // One cell is left free: a full line would wrap in some terminals.
        var shown = text.Length < width || width < 2 ? text : text[..(width - 1)];
        _output.Write('\r' + shown.PadRight(_length));
        if (last)
            _output.WriteLine();
        _output.Flush();
        _length = shown.Length;
    }
}
