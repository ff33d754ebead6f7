namespace Kit.Foundation;

/// <summary>One row of Re-SpS's main table: speed-up over plain decoding (×).</summary>
/// <param name="Backbone">the frozen target model</param>
/// <param name="Method">the drafting method</param>
/// <param name="MtBench">speed-up on MT-Bench</param>
/// <param name="HumanEval">speed-up on HumanEval</param>
/// <param name="Gsm8k">speed-up on GSM8K</param>
/// <param name="Alpaca">speed-up on Alpaca</param>
/// <param name="CnnDm">speed-up on CNN/DailyMail</param>
/// <param name="PrintedMean">the mean as printed, which is not always the mean of the cells</param>
/// <param name="PValue">the p-value against EAGLE-3 as printed; null where none is</param>
public sealed record ReSpsRow(string Backbone, string Method, double MtBench, double HumanEval, double Gsm8k, double Alpaca, double CnnDm,
    double PrintedMean, string? PValue)
{
    /// <summary>The benchmarks as printed in the header, in order.</summary>
    public static IReadOnlyList<string> Benchmarks { get; } = ["MT-Bench", "HumanEval", "GSM8K", "Alpaca", "CNN/DM"];

    /// <summary>The five speed-ups in the order of <see cref="Benchmarks"/>.</summary>
    public IReadOnlyList<double> SpeedUps => [MtBench, HumanEval, Gsm8k, Alpaca, CnnDm];

    /// <summary>The mean of the five cells.</summary>
    public double CellMean => SpeedUps.Average();

    /// <summary>Whether the printed mean is the mean of the cells, rounded to two decimals.</summary>
    public bool MeanAddsUp => Math.Abs(CellMean - PrintedMean) <= 0.005 + 1e-9;
}
