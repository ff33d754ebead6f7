using System.Globalization;
using static TorchSharp.torch;

namespace Kit.Engine;

/// <summary>
/// Gives the engine more threads for a while. One is the default, since spinning threads of two processes on the same cores slow both down
/// ten times and more; a training run that has the machine to itself asks for all of them:
/// <code>using var threads = ComputeThreads.All();</code>
/// </summary>
/// <remarks>
/// Ask on the thread that trains. TorchSharp's package tells only the thread that asks and libtorch's own; the stand-in tells every thread of
/// the process, at its next operation.
/// </remarks>
public sealed class ComputeThreads : IDisposable
{
    private readonly int _before;
    private bool _disposed;

    private ComputeThreads(int count)
    {
        _before = get_num_threads();
        Count = count;
        set_num_threads(count);
    }

    /// <summary>How many threads were asked for.</summary>
    public int Count { get; }

    /// <summary>As many threads as there are cores, or as KIT_THREADS allows: notebooks that run side by side keep to one each.</summary>
    /// <exception cref="DllNotFoundException">there is no engine</exception>
    public static ComputeThreads All() => new(Allowed(Environment.GetEnvironmentVariable("KIT_THREADS"), Environment.ProcessorCount));

    /// <summary>A number of threads.</summary>
    /// <exception cref="ArgumentOutOfRangeException">less than one</exception>
    /// <exception cref="DllNotFoundException">there is no engine</exception>
    public static ComputeThreads Of(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return new ComputeThreads(count);
    }

    /// <summary>Gives back the number of threads that there was before.</summary>
    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            set_num_threads(_before);
        }
    }

    internal static int Allowed(string? limit, int cores) =>
        int.TryParse(limit, CultureInfo.InvariantCulture, out var most) && most >= 1 ? Math.Min(most, cores) : cores;
}
