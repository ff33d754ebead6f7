namespace Deedle;

#pragma warning disable CA2231, CA1815 // the real one has no operators
public struct OptionalValue<T>
{
    private readonly T _value;

    public OptionalValue(T value)
    {
        HasValue = true;
        _value = value;
    }

    public static OptionalValue<T> Missing => default;

    public bool HasValue { get; }

    public readonly T Value => HasValue ? _value : throw new InvalidOperationException("The value is missing: ask HasValue first.");

    public readonly T ValueOrDefault => _value;

    public override readonly string ToString() => HasValue ? _value is null ? "<null>" : _value.ToString() : "<missing>";

    public override readonly int GetHashCode() => HasValue && _value is not null ? _value.GetHashCode() : 0;

    public override readonly bool Equals(object y) =>
        y is OptionalValue<T> other && other.HasValue == HasValue && EqualityComparer<T>.Default.Equals(_value, other._value);
}
