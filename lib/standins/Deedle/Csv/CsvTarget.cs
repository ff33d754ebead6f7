using System.Globalization;
using System.Runtime.CompilerServices;
using CsvHelper;
using Deedle.Core;

namespace Deedle.Csv;

internal static class CsvTarget
{
    public static void Write<R, C>(
        Frame<R, C> frame, TextWriter writer, bool includeRowKeys, IEnumerable<string> keyNames, char separator, CultureInfo culture)
    {
        var format = culture ?? CultureInfo.InvariantCulture;
        char[] special = ['"', ',', ';', '\t', ' ', '\r', '\n'];
        using var csv = CsvWriter.Create(writer, CsvWriterOptions.Default with
        {
            Separator = separator,
            NewLine = "\n",
            ShouldQuote = (text, _, _, _) => text.IndexOfAny(special) >= 0,
        }, leaveOpen: true);

        var levels = TextTable.Levels(frame.RowIndex);
        string[] names = [.. keyNames ?? (levels == 1 ? ["Key"] : Enumerable.Range(1, levels).Select(i => $"Key #{i}"))];
        if (names.Length != levels)
            throw new ArgumentException($"The row keys have {levels} parts and there are {names.Length} names for them.", nameof(keyNames));
        WriteRow((includeRowKeys ? names : []).Concat(frame.ColumnKeys.Select(key => string.Join(" - ", Parts(key).Select(p => Text(p, format))))));
        for (var r = 0; r < frame.RowCount; r++)
            WriteRow((includeRowKeys ? Parts(frame.RowIndex[r]) : []).Concat(frame.Data.Select(c => c.ObjectAt(r))).Select(v => Text(v, format)));
        csv.Flush();

        void WriteRow(IEnumerable<string> cells)
        {
            foreach (var cell in cells)
                csv.WriteField(cell);
            csv.EndRecord();
        }
    }

    private static object[] Parts(object key) => key is ITuple tuple ? [.. Enumerable.Range(0, tuple.Length).Select(i => tuple[i])] : [key];

    private static string Text(object value, CultureInfo culture) => value switch
    {
        null => "",
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("d", culture),
        DateTime time => time.ToString(culture),
        IFormattable formattable => formattable.ToString(null, culture),
        _ => value.ToString(),
    };
}
