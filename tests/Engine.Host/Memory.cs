using System.Runtime.CompilerServices;
using TorchSharp.Native;

namespace Engine.Host;

/// <summary>Many operations whose results nobody keeps.</summary>
internal static class Memory
{
    /// <summary>Alternately a sum and a product of tensors of <paramref name="bytes"/>.</summary>
    public static void Churn(int bytes, int operations, bool dispose)
    {
        using var a = ones(bytes / 4);
        for (var i = 0; i < operations; i += 2)
        {
            var sum = a + a;
            var product = sum * a;
            if (!dispose)
                continue;
            sum.Dispose();
            product.Dispose();
        }

        Report.Line("peak", Report.PeakResident);
        Report.Line("reliefs", MemoryRelief.Count);
    }

    public static void ChurnOnThreads(int threads, int bytes, int operations)
    {
        var work = Enumerable.Range(0, threads).Select(_ => new Thread(() => Churn(bytes, operations, dispose: false))).ToList();
        work.ForEach(t => t.Start());
        work.ForEach(t => t.Join());
        Report.Collect();
        Report.Line("peak", Report.PeakResident);
        Report.Line("live-tensors", Report.LiveTensors);
    }

    /// <summary>A finalizer that makes more than the relief's threshold: the thread that frees waits for itself, unless it knows.</summary>
    public static void TensorsMadeByFinalizers()
    {
        Make();
        Report.Collect();
        Report.Line("made", Maker.Made);
        Report.Line("reliefs", MemoryRelief.Count);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Make()
    {
        for (var i = 0; i < 4; i++)
            _ = new Maker();
    }

    private sealed class Maker
    {
        public static int Made { get; private set; }

        ~Maker()
        {
            for (var i = 0; i < 300; i++)
            {
                _ = ones(1 << 18);
                Made++;
            }
        }
    }
}
