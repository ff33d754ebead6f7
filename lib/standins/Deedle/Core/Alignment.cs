namespace Deedle.Core;

/// <summary>The keys of a join, and for each where it stands on the left and on the right (-1: not there).</summary>
internal sealed record Alignment<K>(Keys<K> Keys, int[] Left, int[] Right)
{
    public static Alignment<K> Of(Keys<K> left, Keys<K> right, JoinKind kind, Lookup lookup = Lookup.Exact, Func<int, bool> usable = null)
    {
        if (lookup != Lookup.Exact && kind is JoinKind.Inner or JoinKind.Outer)
            throw new InvalidOperationException($"A {kind} join needs Lookup.Exact; inexact lookups go with Left and Right joins.");
        if (kind == JoinKind.Right)
        {
            var mirrored = Of(right, left, JoinKind.Left, lookup, usable);
            return new Alignment<K>(mirrored.Keys, mirrored.Right, mirrored.Left);
        }

        if (lookup != Lookup.Exact)
            left.RequireOrder();
        var keys = kind switch
        {
            JoinKind.Left => left,
            JoinKind.Inner => new Keys<K>(left.All.Where(k => right.Find(k) >= 0)),
            _ => Union([left, right]),
        };
        return new Alignment<K>(
            keys,
            [.. keys.All.Select(left.Find)],
            [.. keys.All.Select(k => right.Find(k, lookup, usable ?? (_ => true)))]);
    }

    /// <summary>All keys: in ascending order where every part is ordered, else in order of appearance.</summary>
    public static Keys<K> Union(IReadOnlyList<Keys<K>> parts)
    {
        if (parts.Count == 0)
            return new Keys<K>([]);
        if (parts.All(p => p.SequenceEqual(parts[0])))
            return parts[0];
        var keys = parts.SelectMany(p => p.All).Distinct();
        return new Keys<K>(parts.All(p => p.IsOrdered) ? keys.Order(Order<K>.Default) : keys);
    }
}
