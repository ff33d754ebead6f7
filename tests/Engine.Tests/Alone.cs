namespace Engine.Tests;

/// <summary>Tests that look at the whole process (memory, every call, default settings) run one after another, with nothing beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
