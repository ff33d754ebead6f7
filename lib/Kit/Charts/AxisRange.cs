namespace Kit.Charts;

/// <summary>The two ends of an axis.</summary>
/// <param name="Low">left or bottom end</param>
/// <param name="High">right or top end</param>
public readonly record struct AxisRange(double Low, double High);
