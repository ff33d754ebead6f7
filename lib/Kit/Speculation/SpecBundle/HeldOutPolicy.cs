namespace Kit.Speculation.SpecBundle;

/// <summary>How a policy that learned on the other models does on the series of one.</summary>
/// <param name="Model">the model that was left out</param>
/// <param name="Picks">what it picked, series by series</param>
/// <param name="Shares">the share of the oracle that each pick reaches</param>
public sealed record HeldOutPolicy(string Model, IReadOnlyList<DraftSetting> Picks, IReadOnlyList<double> Shares)
{
    /// <summary>Mean over this model's series.</summary>
    public double Share => Shares.Average();

    /// <summary>Mean over the series of all folds, each series counting the same.</summary>
    public static double MeanOverSeries(IEnumerable<HeldOutPolicy> folds) => folds.SelectMany(fold => fold.Shares).Average();
}
