namespace Deedle;

public static class OptionalValueExtensions
{
    public static T? AsNullable<T>(this OptionalValue<T> opt)
        where T : struct => opt.HasValue ? opt.Value : null;

    public static T OrDefault<T>(this OptionalValue<T> opt, T defaultValue) => opt.HasValue ? opt.Value : defaultValue;
}
