namespace Deedle.Core;

/// <summary>The values of several columns in one row, equal part by part.</summary>
internal readonly struct Label(object[] parts) : IEquatable<Label>
{
    private object[] Parts { get; } = parts;

    public bool Equals(Label other) => Parts.AsSpan().SequenceEqual(other.Parts);

    public override bool Equals(object obj) => obj is Label other && Equals(other);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var part in Parts)
            hash.Add(part);
        return hash.ToHashCode();
    }
}
