using System.Globalization;
using System.Runtime.InteropServices;
using Kit.Foundation.Runs;
using RunHost;

// Run.Host FOLDER STEPS [GATE]: learns in the folder; at step GATE it waits for a line of input, so that whoever is to kill it before is never late.
// Every 100 steps it prints how many tensors are alive. Ctrl-C ends it with exit code 130.
var (folder, steps) = (args[0], long.Parse(args[1], CultureInfo.InvariantCulture));
var gate = args.Length > 2 ? long.Parse(args[2], CultureInfo.InvariantCulture) : 0;
using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
{
    signal.Cancel = true;
    stop.Cancel();
});
try
{
    Learner.Learn(folder, new LearnerOptions { Steps = steps }, new RunSettings { CheckpointEvery = 10 }, AfterRow, stop.Token);
    return 0;
}
catch (OperationCanceledException)
{
    return 130;
}

void AfterRow(long step)
{
    if (step % 100 == 0)
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"live {step} {DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount}"));
    if (step == gate)
        Console.ReadLine();
}
