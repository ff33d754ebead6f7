namespace Kit.Foundation.Statistics;

/// <summary>What a test is to find.</summary>
public enum Alternative
{
    /// <summary>A difference, whichever way.</summary>
    TwoSided,

    /// <summary>The first sample is the greater one.</summary>
    Greater,

    /// <summary>The first sample is the smaller one.</summary>
    Less,
}
