namespace Kit.Foundation;

/// <summary>What an option means, once for its help text, for <c>options.json</c> and for the reader.</summary>
/// <param name="description">one line, without a full stop</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OptionAttribute(string description) : Attribute
{
    /// <summary>One line, without a full stop.</summary>
    public string Description { get; } = description;

    /// <summary>Where the default comes from: paper and place, or that it is ours.</summary>
    public required string Source { get; init; }
}
