using System.Globalization;

namespace Kit.Foundation.Statistics;

/// <summary>A number with an interval around it.</summary>
/// <param name="Value">the point estimate</param>
/// <param name="Low">lower end of the interval</param>
/// <param name="High">upper end of the interval</param>
public readonly record struct Estimate(double Value, double Low, double High)
{
    /// <summary>For example <c>0.823 [0.811, 0.835]</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value:G4} [{Low:G4}, {High:G4}]");
}
