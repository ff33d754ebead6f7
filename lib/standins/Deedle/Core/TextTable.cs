using System.Runtime.CompilerServices;
using System.Text;

namespace Deedle.Core;

/// <summary>The layout in which series and frames are printed.</summary>
internal static class TextTable
{
    public const int HalfShown = 15;
    private const int MaxCellWidth = 50;

    public static string Format(string[][] rows)
    {
        var cells = rows.Select(row => row.Select(Clip).ToArray()).ToArray();
        var widths = Enumerable.Range(0, cells.Max(r => r.Length)).Select(c => cells.Max(r => c < r.Length ? r[c].Length : 0)).ToArray();
        var text = new StringBuilder();
        foreach (var row in cells)
        {
            for (var c = 0; c < row.Length; c++)
                text.Append(row[c].PadRight(widths[c] + 1));
            text.Append(Environment.NewLine);
        }

        return text.ToString();
    }

    /// <summary>The first and the last places; -1 stands for those left out between them.</summary>
    public static IEnumerable<int> Shown(int count, int start, int end) =>
        count <= start + end ? Enumerable.Range(0, count) : [.. Enumerable.Range(0, start), -1, .. Enumerable.Range(count - end, end)];

    public static int Levels<K>(Keys<K> keys) => keys.Count > 0 && keys[0] is ITuple tuple ? tuple.Length : 1;

    /// <summary>The parts of a key; where keys are ordered, a part is blank as long as it stays what it was above.</summary>
    public static Func<K, string[]> KeyCells<K>(Keys<K> keys, bool repeatBlank = true)
    {
        var levels = Levels(keys);
        var blank = repeatBlank && keys.IsOrdered;
        object[] previous = null;
        return key =>
        {
            var parts = key is ITuple tuple ? Enumerable.Range(0, levels).Select(i => tuple[i]).ToArray() : [key];
            var same = previous is null ? 0 : parts.TakeWhile((p, i) => Equals(p, previous[i])).Count();
            previous = parts;
            return [.. parts.Select((p, i) => blank && i < same ? "" : Keys.Text(p))];
        };
    }

    private static string Clip(string cell) => cell.Length > MaxCellWidth ? cell[..(MaxCellWidth - 3)] + "..." : cell;
}
