namespace Kit.Foundation;

/// <summary>One row of DeepSeek-R1's Table 2: a benchmark through the five checkpoints of the training pipeline.</summary>
/// <param name="Area">English, Code, Maths or Chinese</param>
/// <param name="Benchmark">the benchmark</param>
/// <param name="Metric">what is counted; percent everywhere except the Codeforces rating</param>
/// <param name="Zero">R1-Zero: reinforcement learning from the base model</param>
/// <param name="Dev1">R1-Dev1: after the cold start</param>
/// <param name="Dev2">R1-Dev2: after reinforcement learning for reasoning</param>
/// <param name="Dev3">R1-Dev3: after rejection sampling and supervised fine-tuning</param>
/// <param name="R1">R1: after the last reinforcement learning</param>
public sealed record DeepSeekR1Row(string Area, string Benchmark, string Metric, double Zero, double Dev1, double Dev2, double Dev3, double R1)
{
    /// <summary>The stages in order, as printed in the header.</summary>
    public static IReadOnlyList<string> Stages { get; } = ["R1-Zero", "R1-Dev1", "R1-Dev2", "R1-Dev3", "R1"];

    /// <summary>The five figures in the order of <see cref="Stages"/>.</summary>
    public IReadOnlyList<double> Values => [Zero, Dev1, Dev2, Dev3, R1];

    /// <summary>A rating is no percentage and needs an axis of its own.</summary>
    public bool IsRating => Metric == "Rating";

    /// <summary>The stage with the highest figure (the earliest where two tie).</summary>
    public string BestStage => Stages[Values.Index().MaxBy(it => it.Item).Index];
}
