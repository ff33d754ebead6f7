using System.Globalization;

namespace Deedle.Core;

internal static class Conversion
{
    /// <summary>For each target the types that convert to it without surprise: smaller numbers to larger ones.</summary>
    private static readonly Dictionary<Type, Type[]> Safe = MakeSafe();

    public static R To<R>(object value, ConversionKind kind = ConversionKind.Flexible) =>
        TryTo<R>(value, kind, out var result)
            ? result
            : throw new InvalidCastException($"'{value}' ({value?.GetType().Name ?? "null"}) does not convert to {typeof(R).Name}.");

    public static bool TryTo<R>(object value, ConversionKind kind, out R result)
    {
        if (value is R already)
        {
            result = already;
            return true;
        }

        result = default;
        if (value is not IConvertible || kind == ConversionKind.Exact)
            return false;
        if (kind == ConversionKind.Safe && !(Safe.TryGetValue(typeof(R), out var sources) && sources.Contains(value.GetType())))
            return false;
        try
        {
            result = (R)Convert.ChangeType(value, typeof(R), CultureInfo.InvariantCulture);
            return true;
        }
        catch (Exception e) when (e is InvalidCastException or FormatException or OverflowException)
        {
            return false;
        }
    }

    private static Dictionary<Type, Type[]> MakeSafe()
    {
        Type[] small = [typeof(byte), typeof(sbyte)];
        Type[] medium = [typeof(short), typeof(ushort), .. small];
        Type[] wide = [typeof(int), typeof(uint), .. medium];
        Type[] exact = [typeof(long), typeof(ulong), .. wide];
        return new()
        {
            [typeof(short)] = small,
            [typeof(int)] = medium,
            [typeof(long)] = wide,
            [typeof(decimal)] = exact,
            [typeof(float)] = [typeof(decimal), .. exact],
            [typeof(double)] = [typeof(float), typeof(decimal), .. exact],
        };
    }
}
