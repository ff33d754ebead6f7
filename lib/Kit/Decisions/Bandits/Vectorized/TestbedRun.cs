namespace Kit.Decisions.Bandits.Vectorized;

/// <summary>One method on one testbed.</summary>
/// <param name="Name">what the method is called in figures and tables</param>
/// <param name="Options">the testbed</param>
/// <param name="Create">makes the policy, for that many arms and problems</param>
public sealed record TestbedRun(string Name, TestbedOptions Options, Func<TestbedOptions, IVectorizedPolicy> Create);
