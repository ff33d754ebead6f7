using System.Diagnostics;
using Kit.Foundation.Runs;
using Kit.Notebooks.Running;
using Spectre.Console;

namespace Kit.Cli.Running;

/// <summary>How far a batch of notebooks is: bars in a terminal, a line now and then in a log.</summary>
public sealed class BatchProgress
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, ProgressTask> _bars = [];
    private readonly Dictionary<string, TimeSpan> _said = [];
    private readonly Dictionary<string, (RunProgress Progress, TimeSpan At)> _running = [];
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private ProgressContext? _context;

    /// <summary>Runs the batch and shows its progress.</summary>
    public async Task<T> ShowAsync<T>(Func<Task<T>> batch)
    {
        // Time goes on within a long cell, and so does what is shown of it.
        using var ticking = new Timer(_ => Tick(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        if (!AnsiConsole.Profile.Capabilities.Interactive || Console.IsOutputRedirected)
        {
            return await batch();
        }

        return await AnsiConsole.Progress()
            .AutoClear(true)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn())
            .StartAsync(async context =>
            {
                _context = context;
                try
                {
                    return await batch();
                }
                finally
                {
                    _context = null;
                }
            });
    }

    /// <summary>The progress of one notebook.</summary>
    public IProgress<RunProgress> Of(string name) => new Reporter(this, name);

    private void Report(string name, RunProgress progress)
    {
        lock (_lock)
        {
            _running[name] = (progress, _clock.Elapsed);
            if (progress.Finished)
            {
                _running.Remove(name);
            }

            Show(name, progress);
        }
    }

    private void Tick()
    {
        lock (_lock)
        {
            foreach (var (name, (progress, at)) in _running)
            {
                var since = _clock.Elapsed - at;
                Show(name, progress with
                {
                    Elapsed = progress.Elapsed + since,
                    Remaining = progress.Remaining is not { } remaining ? null : remaining > since ? remaining - since : TimeSpan.Zero,
                });
            }
        }
    }

    private void Show(string name, RunProgress progress)
    {
        var left = progress.Remaining is { } remaining && !progress.Finished ? $", about {Units.Time(remaining)} left" : "";
        var text = $"{name}: cell {progress.Cell} of {progress.Cells}, {Units.Time(progress.Elapsed)}{left}";
        if (_context is { } context)
        {
            var bar = _bars.TryGetValue(name, out var known) ? known : _bars[name] = context.AddTask(name, maxValue: Math.Max(1, progress.Cells));
            bar.Description = Markup.Escape(text);
            bar.Value = progress.Finished ? progress.Cells : progress.Cell - 1;
        }
        else if (!progress.Finished && (!_said.TryGetValue(name, out var last) || _clock.Elapsed - last > BetweenLines))
        {
            _said[name] = _clock.Elapsed;
            Console.WriteLine(text);
        }
    }

    // Not Progress<T>, which would report out of order from the thread pool.
    private sealed class Reporter(BatchProgress batch, string name) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => batch.Report(name, value);
    }
}
