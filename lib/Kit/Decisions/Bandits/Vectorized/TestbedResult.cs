namespace Kit.Decisions.Bandits.Vectorized;

/// <summary>What a method earned on the testbed. Every mean is over the problems; lists hold one entry a step.</summary>
/// <param name="Reward">the reward at each step</param>
/// <param name="Optimal">the share of problems in which a best arm was pulled, at each step</param>
/// <param name="Regret">the expected reward lost up to and including each step, against always pulling a best arm</param>
/// <param name="AverageReward">the reward of a step, over all steps: the measure of a parameter study (Sutton and Barto 2018, figure 2.6)</param>
/// <param name="LateReward">the reward of a step, over the last <see cref="LateSteps"/> steps</param>
/// <param name="LateOptimal">the share of best arms among the last <see cref="LateSteps"/> steps</param>
public sealed record TestbedResult(IReadOnlyList<SampleMean> Reward, IReadOnlyList<SampleMean> Optimal, IReadOnlyList<SampleMean> Regret,
    SampleMean AverageReward, SampleMean LateReward, SampleMean LateOptimal)
{
    /// <summary>How many steps at the end are taken together, or all of them where there are fewer.</summary>
    public const int LateSteps = 100;
}
