using Kit.Benchmarks.Peers;

namespace Kit.Benchmarks.Engine;

/// <summary>
/// The engine against Python's torch on the same libtorch, once with the OPENBLAS_* variables as found and once without them.
/// </summary>
internal static class EngineBenchmark
{
    private static readonly string[] Overrides = ["OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE", "OPENBLAS_NUM_THREADS"];

    public static PeerBenchmark Create() => new()
    {
        Name = "engine",
        Description = "Operators, training and decoding against Python's torch.",
        WorkerVerb = EngineWork.Verb,
        PeerPackage = "python3-torch",
        Note = "one thread",
        Settings = [.. Settings()],
        Measures =
        [
            new("add", "a + b, two 16x16 tensors", 0.4, 1.0),
            new("mlp", "Adam step, MLP 32-64-8, batch 64", 0.6, 1.1),
            new("transformer", "AdamW step, transformer 4 layers d256 V4096, 16x128 tokens", 3.0, 1.1),
            new("decode", "one decode step, Llama-like 4 layers d256, 128 past tokens", 0.6, 1.1),
            new("matmul", "1024x1024 matrix product", 0.4, null),
        ],
    };

    private static IEnumerable<(string Name, IReadOnlyDictionary<string, string?> Environment)> Settings()
    {
        var threads = new Dictionary<string, string?> { ["OMP_NUM_THREADS"] = "1", ["KIT_THREADS"] = "1" };
        var found = Overrides.Where(v => Environment.GetEnvironmentVariable(v) is { Length: > 0 }).ToList();
        if (found.Count > 0)
            yield return (string.Join(' ', found.Select(v => $"{v}={Environment.GetEnvironmentVariable(v)}")), threads);
        yield return ("OPENBLAS_* unset", new Dictionary<string, string?>(threads.Concat(Overrides.Select(v => KeyValuePair.Create(v, (string?)null)))));
    }
}
