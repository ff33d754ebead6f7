using System.Text.Unicode;
using CsvHelper;
using Deedle.Core;

namespace Deedle.Csv;

/// <summary>Frames from CSV text: CsvHelper takes the text apart, this finds the columns' types.</summary>
internal static class CsvSource
{
    /// <summary>In bytes; a longer one is no table's: the file has no line ends, or a quote is never closed.</summary>
    private const int LargestRecord = 1 << 24;

    public static Frame<int, string> Read(Stream stream, CsvSettings settings)
    {
        var records = ReadRecords(stream, settings);
        if (records.Count == 0)
            throw new InvalidDataException($"{settings.Name}: the file is empty; it needs at least a header line.");
        var headers = Headers(settings.HasHeaders ? records[0].Fields : new string[records[0].Fields.Length]);
        if (settings.HasHeaders)
            records.RemoveAt(0);
        foreach (var (line, fields) in records)
        {
            if (fields.Length != headers.Length)
                throw new InvalidDataException($"{settings.Name}, line {line}: {fields.Length} fields where there are {headers.Length} columns ({Brief(string.Join(", ", headers))}).");
        }

        var types = CsvSchema.Apply(settings.Schema, headers, settings.Name);
        var text = new CellText(settings.Culture, settings.MissingValues);
        var sample = settings.InferRows > 0 ? records.Take(settings.InferRows).ToList() : records;
        var columns = headers.Select((_, c) =>
        {
            var type = types[c] ?? (settings.InferTypes
                ? CellText.TypeOf(sample.Aggregate(CellKinds.None, (kinds, record) => kinds | text.Kind(record.Fields[c])))
                : typeof(string));
            return Column.OfType(type, [.. records.Select(record => Value(record, c, type))]);
        }).ToList();
        return new Frame<int, string>(Keys.Ordinal(records.Count), new Keys<string>(headers), columns);

        object Value((long Line, string[] Fields) record, int c, Type type)
        {
            var cell = record.Fields[c];
            if (text.TryParse(type, cell, out var value))
                return value;
            return text.IsMissing(cell) ? null : throw new InvalidDataException(
                $"{settings.Name}, line {record.Line}, column '{headers[c]}': '{Brief(cell)}' is no {type.Name}, the type of this column"
                + (types[c] is null ? $" after its first {settings.InferRows} rows. Pass inferRows: 0 to look at all of them, or a schema." : " in the schema."));
        }
    }

    private static List<(long Line, string[] Fields)> ReadRecords(Stream stream, CsvSettings settings)
    {
        var options = CsvReaderOptions.Default with
        {
            Separator = settings.Separator,
            HasHeader = false,
            MaxRecordSize = LargestRecord,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Throw,
            Encoding = settings.Encoding,
        };
        using var reader = CsvReader.Create(stream, options, leaveOpen: true);
        var records = new List<(long, string[])>();
        try
        {
            while (records.Count < settings.MaxRecords && reader.Read())
            {
                if (!Utf8.IsValid(reader.RawRecord))
                    throw new InvalidDataException($"{settings.Name}, line {reader.LineNumber}: this is no UTF-8 text. Save it as UTF-8, or say which encoding it has.");
                records.Add((reader.LineNumber, [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]));
            }
        }
        catch (CsvFormatException e)
        {
            throw new InvalidDataException($"{settings.Name}, line {e.LineNumber}: {e.Message}", e);
        }

        return records;
    }

    /// <summary>Names for those that have none, and numbers behind those that come again.</summary>
    private static string[] Headers(string[] names)
    {
        var used = new HashSet<string>();
        return [.. names.Select((name, i) =>
        {
            var wanted = string.IsNullOrWhiteSpace(name) ? $"Column{i + 1}" : name;
            var unique = wanted;
            for (var n = 2; !used.Add(unique); n++)
                unique = wanted + n;
            return unique;
        })];
    }

    private static string Brief(string text) => text.Length <= 80 ? text : text[..80] + "...";
}
