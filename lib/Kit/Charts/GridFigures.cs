using System.Globalization;

namespace Kit.Charts;

/// <summary>Tables of numbers as pictures.</summary>
public static class GridFigures
{
    /// <summary>A heat map with its numbers in the cells; not-a-number leaves a cell empty.</summary>
    /// <param name="columns">names of the columns</param>
    /// <param name="rows">names of the rows, from the top</param>
    /// <param name="values">row by row</param>
    /// <param name="facts">title, n and seeds</param>
    /// <param name="xTitle">what the columns are</param>
    /// <param name="yTitle">what the rows are</param>
    /// <param name="format">how a number is written in its cell</param>
    /// <exception cref="ArgumentException">a row of the wrong length, an infinite number, or no number at all: the message names the row</exception>
    public static Figure HeatMap(IReadOnlyList<string> columns, IReadOnlyList<string> rows, IReadOnlyList<IReadOnlyList<double>> values, FigureFacts facts,
        string xTitle, string yTitle, string format = "G3")
    {
        if (values.Count != rows.Count)
            throw new ArgumentException($"there are {values.Count} rows of values for {rows.Count} names", nameof(values));
        for (var row = 0; row < rows.Count; row++)
        {
            if (values[row].Count != columns.Count)
                throw new ArgumentException($"row '{rows[row]}' has {values[row].Count} values for {columns.Count} columns", nameof(values));
            if (values[row].Any(double.IsInfinity))
                throw new ArgumentException($"row '{rows[row]}' holds an infinite value, which has no colour", nameof(values));
        }

        var cells = rows.SelectMany((row, i) => columns.Select((column, j) => (Name: $"{row}, {column}", Value: values[i][j]))).Where(cell => double.IsFinite(cell.Value)).ToList();
        if (cells.Count == 0)
            throw new ArgumentException("no cell of the heat map has a number", nameof(values));
        var (highest, lowest) = (cells.MaxBy(cell => cell.Value), cells.MinBy(cell => cell.Value));
        return new Figure(
            Plot.HeatMap(columns, rows, values, [.. values.Select(row => row.Select(value => value.ToString(format, CultureInfo.InvariantCulture)).ToList())], xTitle, yTitle),
            facts.Text(string.Create(CultureInfo.InvariantCulture, $"A grid of {rows.Count} rows ({yTitle}) and {columns.Count} columns ({xTitle}), {cells.Count} cells with a number. ")
                + $"The highest is {Text(highest.Value)} at {highest.Name}, the lowest {Text(lowest.Value)} at {lowest.Name}."),
            height: 150 + (30 * rows.Count), legend: false, leftMargin: 48 + rows.Max(Figure.TextWidth));

        string Text(double value) => value.ToString(format, CultureInfo.InvariantCulture);
    }
}
