using System.Collections.Concurrent;
using System.Reflection;

namespace Deedle.Core;

/// <summary>Values of one type, each present or missing; never changed once made.</summary>
internal abstract class Column
{
    private static readonly Type[] Numbers = [typeof(int), typeof(long), typeof(float), typeof(double), typeof(decimal)];

    private static readonly ConcurrentDictionary<Type, Func<IReadOnlyList<object>, Column>> Makers = new();

    public abstract Type ElementType { get; }

    public abstract int Count { get; }

    /// <summary>All values, null where one is missing.</summary>
    public IEnumerable<object> Objects => Enumerable.Range(0, Count).Select(ObjectAt);

    public static Column OfType(Type type, IReadOnlyList<object> values)
    {
        var maker = Makers.GetOrAdd(Nullable.GetUnderlyingType(type) ?? type, static t => typeof(Column)
            .GetMethod(nameof(Unbox), BindingFlags.Static | BindingFlags.NonPublic).MakeGenericMethod(t)
            .CreateDelegate<Func<IReadOnlyList<object>, Column>>());
        return maker(values);
    }

    /// <summary>A column of the type that the values share; mixed numbers become doubles, anything else stays as it is.</summary>
    public static Column Infer(IReadOnlyList<object> values)
    {
        var types = values.Where(v => !Missing.Is(v)).Select(v => v.GetType()).Distinct().ToList();
        return types switch
        {
            [var one] => OfType(one, values),
            [_, ..] when types.All(Numbers.Contains) =>
                Column<double>.Sparse(values.Select(v => Missing.Is(v) ? default : new OptionalValue<double>(Conversion.To<double>(v)))),
            _ => OfType(typeof(object), values),
        };
    }

    /// <summary>The columns laid over one another: at most one of them may have a value at a place.</summary>
    public static Column Coalesce(IReadOnlyList<Column> parts, Func<int, string> describe)
    {
        var values = new object[parts[0].Count];
        for (var i = 0; i < values.Length; i++)
        {
            var present = parts.Where(p => p.Has(i)).ToList();
            if (present.Count > 1)
                throw new InvalidOperationException($"Both sides have a value at {describe(i)}; a merge needs at most one. Drop or rename first.");
            values[i] = present.Count == 1 ? present[0].ObjectAt(i) : null;
        }

        var types = parts.Select(p => p.ElementType).Distinct().ToList();
        return types.Count == 1 ? OfType(types[0], values) : Infer(values);
    }

    public abstract bool Has(int index);

    public abstract object ObjectAt(int index);

    /// <summary>The values at the given places, missing where the place is -1.</summary>
    public abstract Column Take(int[] positions);

    public abstract Column Fill(Direction direction);

    /// <summary>Puts the value where one is missing, if it converts to this type safely; else changes nothing.</summary>
    public abstract Column Fill(object value);

    public abstract bool TryConvert<T>(ConversionKind kind, out Column<T> converted);

    /// <summary>This column as T, or an exception that says which value does not fit.</summary>
    public abstract Column<T> Convert<T>(ConversionKind kind, Func<int, string> describe);

    private static Column<T> Unbox<T>(IReadOnlyList<object> values) =>
        Column<T>.Sparse(values.Select(v => v is null ? default : new OptionalValue<T>((T)v)));
}
