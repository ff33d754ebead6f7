namespace TorchSharp.Native;

/// <summary>
/// Frees forgotten tensors in time. The garbage collector sees a tensor as a few bytes; libtorch's allocator knows what it holds. Where
/// that has grown by half since the last relief (at least <see cref="Floor"/>), the youngest garbage is collected and finalized, and older
/// generations only where that was not enough. Tensors that are disposed never trigger it.
/// </summary>
internal static unsafe class MemoryRelief
{
    private const long Floor = 192L << 20;
    private const int Patience = 50;
    private static readonly Lock s_lock = new();
    private static long s_threshold = Floor;

    /// <summary>How often tensors were looked for.</summary>
    public static int Count { get; private set; }

    /// <summary>Called for every new tensor; costs two loads and a comparison.</summary>
    public static void Check(Api api)
    {
        if (*api.LiveBytes > Volatile.Read(ref s_threshold))
            Relieve(api);
    }

    /// <summary>
    /// One thread at a time. The others go on meanwhile, but not for ever faster than the finalizer: from twice the threshold they wait
    /// a little. Only a little, for what they hold may be what a finalizer waits for.
    /// </summary>
    private static void Relieve(Api api)
    {
        var patience = *api.LiveBytes / 2 > Volatile.Read(ref s_threshold) ? Patience : 0;
        if (!s_lock.TryEnter(patience))
            return;
        try
        {
            if (*api.LiveBytes <= s_threshold)
                return;
            Count++;
            for (var generation = 0; generation <= 2; generation++)
            {
                GC.Collect(generation, GCCollectionMode.Forced, blocking: true);
                GC.WaitForPendingFinalizers();
                if (*api.LiveBytes < s_threshold / 2)
                    break;
            }

            Volatile.Write(ref s_threshold, Math.Max(Floor, *api.LiveBytes / 2 * 3));
        }
        finally
        {
            s_lock.Exit();
        }
    }
}
