namespace Kit.Foundation.Statistics;

/// <summary>What becomes of pairs without a difference in a signed-rank test.</summary>
public enum ZeroDifferences
{
    /// <summary>They are dropped before ranking (Wilcoxon 1945); R's and SciPy's default.</summary>
    Drop,

    /// <summary>They take the lowest ranks, and then these ranks are left out (Pratt 1959).</summary>
    Pratt,
}
