using Deedle.Core;

namespace Deedle;

public partial class Series<K, V>
{
    public override string ToString() =>
        "series [ " + string.Join("; ", TextTable.Shown(KeyCount, 5, 1).Select(i => i < 0 ? " ... " : $"{Core.Keys.Text(Index[i])} => {Vector[i]}")) + "]";

    public string Format() => Format(TextTable.HalfShown, TextTable.HalfShown, false);

    public string Format(bool showInfo) => Format(TextTable.HalfShown, TextTable.HalfShown, showInfo);

    public string Format(int itemCount) => Format(itemCount / 2, itemCount / 2, false);

    public string Format(int startCount, int endCount, bool showInfo)
    {
        var table = TextTable.Format(FormatStrings(startCount, endCount));
        return showInfo ? $"{table}{Environment.NewLine}series of {KeyCount} items with {KeyCount - ValueCount} missing values" : table;
    }

    public string[][] FormatStrings(int startCount, int endCount)
    {
        if (IsEmpty)
            return [["(Empty)"]];
        var keyCells = TextTable.KeyCells(Index);
        var left = Enumerable.Repeat("", TextTable.Levels(Index) - 1);
        return [.. TextTable.Shown(KeyCount, startCount, endCount).Select(i =>
            i < 0 ? [.. left.Prepend("..."), "->", "..."] : new[] { keyCells(Index[i]), ["->", Vector[i].ToString()] }.SelectMany(c => c).ToArray())];
    }
}
