using Deedle.Core;

namespace Deedle;

public partial class Frame<TRowKey, TColumnKey>
{
    public string Format() => Format(false);

    public string Format(bool printTypes) => Format(printTypes, false);

    public string Format(bool printTypes, bool showInfo) =>
        Format(TextTable.HalfShown, TextTable.HalfShown, TextTable.HalfShown, TextTable.HalfShown, printTypes, showInfo);

    public string Format(int rowCount, int columnCount) => Format(rowCount / 2, rowCount / 2, columnCount / 2, columnCount / 2);

    public string Format(int rowStartCount, int rowEndCount, int columnStartCount, int columnEndCount) =>
        Format(rowStartCount, rowEndCount, columnStartCount, columnEndCount, false, false);

    public string Format(int rowStartCount, int rowEndCount, int columnStartCount, int columnEndCount, bool printTypes, bool showInfo)
    {
        var table = TextTable.Format(FormatStrings(rowStartCount, rowEndCount, columnStartCount, columnEndCount, printTypes));
        var missing = _data.Sum(c => Enumerable.Range(0, RowCount).Count(r => !c.Has(r)));
        return showInfo
            ? $"{table}{Environment.NewLine}{RowCount} rows x {ColumnCount} columns{Environment.NewLine}{missing} missing values"
            : table;
    }

    public string[][] FormatStrings(int rowStartCount, int rowEndCount, int columnStartCount, int columnEndCount, bool printTypes)
    {
        var columns = TextTable.Shown(ColumnCount, columnStartCount, columnEndCount).ToArray();
        var rowLevels = TextTable.Levels(_rows);
        IEnumerable<string> Row(IEnumerable<string> head, Func<int, string> cell) => head.Concat(columns.Select(c => c < 0 ? "..." : cell(c)));

        var headerCells = new Dictionary<int, string[]>();
        var columnCells = TextTable.KeyCells(_columns);
        foreach (var c in Enumerable.Range(0, ColumnCount))
            headerCells[c] = columnCells(_columns[c]);
        var blank = Enumerable.Repeat("", rowLevels + 1).ToArray();
        var rowCells = TextTable.KeyCells(_rows);
        return
        [
            .. Enumerable.Range(0, TextTable.Levels(_columns)).Select(level => Row(blank, c => headerCells[c][level]).ToArray()),
            .. printTypes ? [Row(blank, c => $"({TypeName(_data[c].ElementType)})").ToArray()] : Array.Empty<string[]>(),
            .. TextTable.Shown(RowCount, rowStartCount, rowEndCount).Select(r => r < 0
                ? Row(Enumerable.Repeat(":", rowLevels).Append(""), _ => "...").ToArray()
                : Row(rowCells(_rows[r]).Append("->"), c => _data[c].Has(r) ? _data[c].ObjectAt(r).ToString() : "<missing>").ToArray()),
        ];
    }

    private static string TypeName(Type type) =>
        type == typeof(object) ? "obj"
        : type == typeof(double) ? "float"
        : type == typeof(int) ? "int"
        : type == typeof(string) ? "string"
        : type.Name;
}
