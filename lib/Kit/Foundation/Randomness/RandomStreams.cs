namespace Kit.Foundation.Randomness;

/// <summary>
/// The independent streams of one run: one seed, one stream a purpose, so that drawing more for one purpose never moves the numbers of
/// another.
/// </summary>
public sealed class RandomStreams
{
    private readonly SortedDictionary<string, RandomStream> _streams = new(StringComparer.Ordinal);

    /// <summary>The streams of a seed.</summary>
    public RandomStreams(long seed) => Seed = seed;

    /// <summary>The run's seed.</summary>
    public long Seed { get; }

    /// <summary>What the world does: rewards, transitions, prompts.</summary>
    public RandomStream Environment => this["environment"];

    /// <summary>What the policy draws: exploration, sampled actions.</summary>
    public RandomStream Policy => this["policy"];

    /// <summary>The order of examples within an epoch.</summary>
    public RandomStream Minibatch => this["minibatch"];

    /// <summary>First weights, and the problems themselves where they are drawn.</summary>
    public RandomStream Initialisation => this["initialisation"];

    /// <summary>The stream of that name, the same object each time.</summary>
    public RandomStream this[string name] =>
        _streams.TryGetValue(name, out var stream) ? stream : _streams[name] = RandomStream.Of(Seed, name);
}
