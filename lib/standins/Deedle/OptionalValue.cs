namespace Deedle;

public static class OptionalValue
{
    public static OptionalValue<T> OfNullable<T>(T? v)
        where T : struct => v is { } value ? new OptionalValue<T>(value) : default;

    public static OptionalValue<a> Create<a>(a v) => new(v);

    public static OptionalValue<T> Empty<T>() => default;
}
