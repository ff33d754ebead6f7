using Kit.Foundation;

namespace Kit.Decisions.Bandits;

/// <summary>Options of <see cref="GradientBandit"/>.</summary>
public sealed record GradientBanditOptions
{
    [Option("step size α", Source = "Sutton and Barto 2018, figure 2.5")]
    public double StepSize { get; init; } = 0.1;

    [Option("compare each reward with the average of those before it", Source = "Sutton and Barto 2018, section 2.8")]
    public bool Baseline { get; init; } = true;
}
