using System.Collections;
using System.Runtime.CompilerServices;

namespace Deedle.Core;

/// <summary>One order for keys and values on every machine: text by its code points, tuples part by part.</summary>
internal static class Order
{
    public static int Compare(object left, object right) => (left, right) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        (string a, string b) => string.CompareOrdinal(a, b),
        (ITuple a, ITuple b) => Compare(a, b),
        _ when left.GetType() != right.GetType() => string.CompareOrdinal(left.GetType().FullName, right.GetType().FullName),
        _ => Comparer.DefaultInvariant.Compare(left, right),
    };

    public static bool IsComparable(object value) =>
        value is IComparable && (value is not ITuple tuple || Enumerable.Range(0, tuple.Length).All(i => IsComparable(tuple[i])));

    private static int Compare(ITuple left, ITuple right)
    {
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            if (Compare(left[i], right[i]) is not 0 and var difference)
                return difference;
        }

        return left.Length.CompareTo(right.Length);
    }
}
