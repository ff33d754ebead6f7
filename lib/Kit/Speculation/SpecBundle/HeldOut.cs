namespace Kit.Speculation.SpecBundle;

/// <summary>One fold of a leave-one-out judgement.</summary>
/// <param name="LeftOut">what the choice was not allowed to see</param>
/// <param name="Series">how many series were judged</param>
/// <param name="Choice">the setting that is best on everything else</param>
/// <param name="Share">the mean share of the oracle that the choice reaches on what was left out</param>
/// <param name="BestInside">the setting that hindsight would have picked there</param>
/// <param name="ShareOfBestInside">the mean share that hindsight reaches there</param>
public sealed record HeldOut(string LeftOut, int Series, DraftSetting Choice, double Share, DraftSetting BestInside, double ShareOfBestInside)
{
    /// <summary>What the choices reach together when every series counts the same, however many were judged in a fold.</summary>
    public static double MeanOverSeries(IReadOnlyCollection<HeldOut> folds) => folds.Sum(fold => fold.Share * fold.Series) / folds.Sum(fold => fold.Series);
}
