using System.Globalization;
using Engine.Host;
using TorchSharp.Native;

// Prints "name value" lines for the test that started this process; an exception is printed as a line of its own.
try
{
    var seconds = args.Length > 1 ? double.Parse(args[1], CultureInfo.InvariantCulture) : 0;
    switch (args[0])
    {
        case "load":
            Report.Line("live-tensors", LiveTensorsAfterOne());
            break;
        case "large-forgotten":
            Memory.Churn(1 << 20, 40_000, dispose: false);
            break;
        case "large-disposed":
            Memory.Churn(1 << 20, 40_000, dispose: true);
            break;
        case "small-forgotten":
            Memory.Churn(16 << 10, 4_000_000, dispose: false);
            break;
        case "forgotten-by-threads":
            Memory.ChurnOnThreads(8, 1 << 20, 5_000);
            break;
        case "training":
            Training.Run(200);
            break;
        case "threads":
            Threads.Run(8, TimeSpan.FromSeconds(seconds));
            break;
        case "finalizer":
            Memory.TensorsMadeByFinalizers();
            break;
        default:
            throw new ArgumentException($"no such work: {args[0]}");
    }

    return 0;
}
#pragma warning disable CA1031 // the other process reads it
catch (Exception e)
#pragma warning restore CA1031
{
    Console.WriteLine($"failed {e.GetType().Name}: {e.Message}");
    return 1;
}

static unsafe long LiveTensorsAfterOne()
{
    using var one = zeros(3);
    return *Api.Instance.LiveTensors;
}
