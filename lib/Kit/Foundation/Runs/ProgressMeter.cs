namespace Kit.Foundation.Runs;

/// <summary>Turns counts of steps into what observers are told: how far, how fast lately, how long still. A loop calls it after each step.</summary>
public sealed class ProgressMeter
{
    private static readonly TimeSpan Recent = TimeSpan.FromSeconds(10);

    private readonly IProgress<TrainingProgress>? _observer;
    private readonly TimeProvider _time;
    private readonly TimeSpan _between;
    private readonly long _steps;
    private readonly long _began;
    private readonly Queue<(TimeSpan At, long Step)> _reports = new();
    private TimeSpan _next;

    /// <summary>A meter that starts now.</summary>
    /// <param name="observer">who is told; null: nobody</param>
    /// <param name="steps">steps in all</param>
    /// <param name="done">steps that were done before: those of a run that goes on</param>
    /// <param name="between">the least time between two reports; a fifth of a second where null. The last step is always reported</param>
    /// <param name="time">the clock; the machine's where null</param>
    public ProgressMeter(IProgress<TrainingProgress>? observer, long steps, long done = 0, TimeSpan? between = null, TimeProvider? time = null)
    {
        (_observer, _steps, _time, _between) = (observer, steps, time ?? TimeProvider.System, between ?? TimeSpan.FromSeconds(0.2));
        _began = _time.GetTimestamp();
        _next = _between;
        _reports.Enqueue((TimeSpan.Zero, done));
    }

    /// <summary>Tells the observer, unless it was told just now.</summary>
    /// <param name="step">steps done</param>
    /// <param name="metrics">the latest numbers by name</param>
    public void Report(long step, params ReadOnlySpan<(string Name, double Value)> metrics)
    {
        var elapsed = _time.GetElapsedTime(_began);
        if (_observer is null || (elapsed < _next && step < _steps))
            return;
        _next = elapsed + _between;

        // The rate of the last ten seconds, or since the last report where steps take longer.
        while (_reports.Count > 1 && elapsed - _reports.Peek().At > Recent)
            _reports.Dequeue();
        var (since, from) = _reports.Peek();
        _reports.Enqueue((elapsed, step));
        var rate = elapsed > since ? (step - from) / (elapsed - since).TotalSeconds : 0;
        var values = new Dictionary<string, double>(metrics.Length);
        foreach (var (name, value) in metrics)
            values[name] = value;
        var left = (_steps - step) / rate; // of work without an end more than a TimeSpan holds
        _observer.Report(new TrainingProgress(step, _steps, elapsed, rate, rate > 0 && left < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(left) : null, values));
    }
}
