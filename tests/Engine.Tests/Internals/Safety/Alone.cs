namespace Engine.Tests.Internals.Safety;

/// <summary>Tests that measure memory or use every core: nothing runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
