namespace Kit.Foundation.Statistics;

/// <summary>How an interval is read off the resampled statistics.</summary>
public enum BootstrapInterval
{
    /// <summary>
    /// Bias-corrected and accelerated (Efron 1987): the two quantiles are moved for the bias of the statistic and for a standard error that
    /// changes with it, so that on skewed data both ends miss about equally often. SciPy's default.
    /// </summary>
    Bca,

    /// <summary>The quantiles (1 ∓ confidence)/2 as they stand (Efron 1979); what Agarwal et al. (2021) use.</summary>
    Percentile,
}
