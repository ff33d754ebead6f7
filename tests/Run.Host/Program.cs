using System.Globalization;
using System.Runtime.InteropServices;
using Kit.Foundation.Runs;
using RunHost;

// Run.Host FOLDER STEPS [GATE]: learns in the folder and says after each row how many tensors are alive: "row 12 57". At step GATE, or at its first
// one if that is later, it waits for a line of input, so that whoever is to kill it is never late. Ctrl-C ends it with exit code 130.
var (folder, steps) = (args[0], long.Parse(args[1], CultureInfo.InvariantCulture));
var gate = args.Length > 2 ? long.Parse(args[2], CultureInfo.InvariantCulture) : long.MaxValue;
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
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"row {step} {DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount}"));
    if (step >= gate)
    {
        gate = long.MaxValue;
        Console.ReadLine();
    }
}
