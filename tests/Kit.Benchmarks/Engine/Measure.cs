namespace Kit.Benchmarks.Engine;

/// <summary>One row of the engine benchmark.</summary>
/// <param name="Name">As the workers know it.</param>
/// <param name="Title">What is done.</param>
/// <param name="Seconds">How long one round repeats it.</param>
/// <param name="Bound">The ratio to Python's torch that we hold ourselves to; null: for information.</param>
internal sealed record Measure(string Name, string Title, double Seconds, double? Bound)
{
    public static IReadOnlyList<Measure> All { get; } =
    [
        new("add", "a + b, two 16x16 tensors", 0.4, 1.0),
        new("mlp", "Adam step, MLP 32-64-8, batch 64", 0.6, 1.1),
        new("transformer", "AdamW step, transformer 4 layers d256 V4096, 16x128 tokens", 3.0, 1.1),
        new("decode", "one decode step, Llama-like 4 layers d256, 128 past tokens", 0.6, 1.1),
        new("matmul", "1024x1024 matrix product", 0.4, null),
    ];
}
