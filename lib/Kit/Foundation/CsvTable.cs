using System.Globalization;
using System.Text;
using CsvHelper;
using Deedle;

namespace Kit.Foundation;

/// <summary>A CSV file, read whole and checked against a <see cref="TableSchema"/>; nothing half-checked ever leaves <see cref="Read"/>.</summary>
public sealed class CsvTable
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private CsvTable(TableSchema schema, IReadOnlyList<CsvRow> rows) => (Schema, Rows) = (schema, rows);

    /// <summary>What the file was checked against.</summary>
    public TableSchema Schema { get; }

    /// <summary>The rows in the order of the file.</summary>
    public IReadOnlyList<CsvRow> Rows { get; }

    /// <summary>Reads and checks a file.</summary>
    /// <exception cref="DataFormatException">the file does not hold what the schema declares</exception>
    public static CsvTable Read(string path, TableSchema schema)
    {
        using var reader = CsvReader.FromText(ReadText(path, schema.MaximumBytes), new CsvReaderOptions
        {
            HasHeader = false,
            Separator = ',',
            SkipEmptyLines = false,
            AllowLineBreaksInQuotes = false,
            MalformedData = CsvMalformedDataHandling.Throw,
            TrackLineNumbers = true,
        });
        var positions = schema.Columns.Select((column, i) => (column.Name, i)).ToDictionary(it => it.Name, it => it.i);
        var rows = new List<CsvRow>();
        try
        {
            if (!reader.Read())
            {
                throw new DataFormatException(path, null, null, $"the file is empty; expected the header {Header(schema)}");
            }

            CheckHeader(path, Cells(reader), schema);
            while (reader.Read())
            {
                var (line, cells) = ((int)reader.LineNumber, Cells(reader));
                CheckRow(path, line, cells, schema);
                rows.Add(new CsvRow(line, cells, positions));
            }
        }
        catch (CsvFormatException error)
        {
            throw new DataFormatException(path, (int)error.LineNumber, null,
                "a quotation mark stands where none may, or is never closed; write \"\" for one inside a quoted cell", error);
        }

        CheckWhole(path, schema, rows);
        return new CsvTable(schema, rows);
    }

    /// <summary>The table as a frame with typed columns, rows keyed 0, 1, …; missing cells are missing values.</summary>
    public Frame<int, string> ToFrame() => FrameOf(column => column.Kind switch
    {
        ColumnKind.Text => Series(row => row.Text(column.Name) is { Length: > 0 } text ? text : null!),
        ColumnKind.Integer when !column.IsOptional => Series(row => row.Integer(column.Name)),
        _ => Series(row => row.Number(column.Name)),
    });

    /// <summary>The table as a frame of texts, digit for digit as they stand in the file.</summary>
    public Frame<int, string> ToPrintedFrame() =>
        FrameOf(column => Series(row => row.Text(column.Name) is { Length: > 0 } text ? text : null!));

    private Frame<int, string> FrameOf(Func<Column, ISeries<int>> series)
    {
        var columns = new FrameBuilder.Columns<int, string>();
        foreach (var column in Schema.Columns)
        {
            columns.Add(column.Name, series(column));
        }

        return columns.Frame;
    }

    private Series<int, T> Series<T>(Func<CsvRow, T> value) => new(Enumerable.Range(0, Rows.Count).ToArray(), Rows.Select(value).ToArray());

    private static string ReadText(string path, int maximumBytes)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new FileNotFoundException($"{path}: there is no such file", path);
        }

        if (file.Length > maximumBytes)
        {
            throw new DataFormatException(path, null, null, $"the file has {file.Length} bytes; at most {maximumBytes} are read");
        }

        var bytes = File.ReadAllBytes(path);
        var start = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        string text;
        try
        {
            text = StrictUtf8.GetString(bytes, start, bytes.Length - start);
        }
        catch (DecoderFallbackException error)
        {
            var line = 1 + bytes.AsSpan(0, Math.Clamp(start + error.Index, 0, bytes.Length)).Count((byte)'\n');
            throw new DataFormatException(path, line, null, "the bytes are not UTF-8; save the file as UTF-8", error);
        }

        // A file that was cut off inside its last line would otherwise pass with a shorter last number.
        if (text.Length > 0 && text[^1] != '\n')
        {
            throw new DataFormatException(path, 1 + text.Count(c => c == '\n'), null,
                "the last line does not end with a line break: the file may be cut off; if it is complete, add the line break");
        }

        return text;
    }

    private static string[] Cells(CsvReader reader) => [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];

    private static void CheckHeader(string path, string[] found, TableSchema schema)
    {
        if (schema.Columns.FirstOrDefault(column => !found.Contains(column.Name)) is { } missing)
        {
            throw new DataFormatException(path, 1, missing.Name, $"the header lacks this column; expected {Header(schema)}, found {Shown(string.Join(",", found))}");
        }

        var doubled = found.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1);
        if (doubled is not null)
        {
            throw new DataFormatException(path, 1, doubled.Key, $"the header names this column {doubled.Count()} times; expected {Header(schema)}");
        }

        if (found.FirstOrDefault(name => schema.Columns.All(column => column.Name != name)) is { } extra)
        {
            throw new DataFormatException(path, 1, extra.Length <= 60 ? extra : null, $"the header has the unknown column {Shown(extra)}; expected {Header(schema)}");
        }

        if (!found.SequenceEqual(schema.Columns.Select(column => column.Name)))
        {
            throw new DataFormatException(path, 1, null, $"the columns stand in another order; expected {Header(schema)}, found {Shown(string.Join(",", found))}");
        }
    }

    private static void CheckRow(string path, int line, string[] cells, TableSchema schema)
    {
        if (cells.Length != schema.Columns.Count)
        {
            throw new DataFormatException(path, line, null, cells is [""]
                ? "the line is empty; remove it"
                : $"the line has {cells.Length} cells; expected {schema.Columns.Count}: {Header(schema)}");
        }

        for (var i = 0; i < cells.Length; i++)
        {
            if (Problem(cells[i], schema.Columns[i], schema.MaximumCell) is { } problem)
            {
                throw new DataFormatException(path, line, schema.Columns[i].Name, $"{problem}; expected {schema.Columns[i].Expectation}");
            }
        }
    }

    private static string? Problem(string cell, Column column, int maximum)
    {
        if (cell.Length > maximum)
        {
            return $"the cell has {cell.Length} characters, more than {maximum}";
        }

        if (cell.Length == 0)
        {
            return column.IsOptional ? null : "the cell is empty";
        }

        if (cell.Any(char.IsControl))
        {
            return $"{Shown(cell)} holds a control character";
        }

        if (char.IsWhiteSpace(cell[0]) || char.IsWhiteSpace(cell[^1]))
        {
            return $"{Shown(cell)} begins or ends with a space";
        }

        if (column.Kind == ColumnKind.Text)
        {
            return column.Allowed.Count == 0 || column.Allowed.Contains(cell) ? null : $"{Shown(cell)} is not allowed";
        }

        var style = column.Kind == ColumnKind.Integer ? NumberStyles.AllowLeadingSign : NumberStyles.Float;
        if (!double.TryParse(cell, style, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return $"{Shown(cell)} is not a {(column.Kind == ColumnKind.Integer ? "whole" : "finite")} number";
        }

        return number >= column.Minimum && number <= column.Maximum ? null : $"{Shown(cell)} is out of range";
    }

    private static void CheckWhole(string path, TableSchema schema, List<CsvRow> rows)
    {
        if (schema.Rows is { } expected && rows.Count != expected)
        {
            throw new DataFormatException(path, null, null, $"the file has {rows.Count} rows below the header; expected {expected}");
        }

        var seen = new Dictionary<string, int>();
        foreach (var row in rows.Where(_ => schema.Key.Count > 0))
        {
            // U+0000 cannot occur in a checked cell, so the joined key is unambiguous.
            if (!seen.TryAdd(string.Join('\0', schema.Key.Select(row.Text)), row.Line))
            {
                var key = string.Join(", ", schema.Key.Select(row.Text));
                throw new DataFormatException(path, row.Line, schema.Key[^1], $"{Shown(key)} repeats line {seen[string.Join('\0', schema.Key.Select(row.Text))]}; expected each ({string.Join(", ", schema.Key)}) once");
            }
        }
    }

    private static string Header(TableSchema schema) => string.Join(",", schema.Columns.Select(column => column.Name));

    /// <summary>A cell as messages quote it: short, on one line, with control characters made visible.</summary>
    private static string Shown(string cell)
    {
        var start = cell.Length <= 60 ? cell : $"{cell[..57]}…";
        return $"'{string.Concat(start.Select(c => char.IsControl(c) ? $"\\u{(int)c:x4}" : c.ToString()))}'";
    }
}
