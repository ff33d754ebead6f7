namespace Kit.Tests.Engine;

/// <summary>Tests that change what the whole process shares (thread counts, environment variables) run by themselves.</summary>
[CollectionDefinition(nameof(EngineState), DisableParallelization = true)]
public class EngineState;
