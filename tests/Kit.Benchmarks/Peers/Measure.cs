namespace Kit.Benchmarks.Peers;

/// <summary>One row of a benchmark.</summary>
/// <param name="Name">As the workers know it.</param>
/// <param name="Title">What is done.</param>
/// <param name="Seconds">How long one round repeats it.</param>
/// <param name="Bound">The ratio to the peer that we hold ourselves to; null: for information.</param>
/// <param name="Limit">The seconds that one repetition may take here, whatever the peer needs; null: any.</param>
internal sealed record Measure(string Name, string Title, double Seconds, double? Bound, double? Limit = null);
