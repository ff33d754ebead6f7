using Deedle;

namespace Standins.Tests.Deedle;

/// <summary>Speed-ups of two models, small enough to work with by hand.</summary>
internal static class Sample
{
    /// <summary>
    /// <code>
    ///      Model Benchmark Speedup
    /// 0 -> B     gsm       3
    /// 1 -> A     gsm       2
    /// 2 -> A     code      4
    /// 3 -> B     code      6
    /// 4 -> B     qa        (missing)
    /// </code>
    /// </summary>
    public static Frame<int, string> Speedups() => Frame.FromRecords(new[]
    {
        new { Model = "B", Benchmark = "gsm", Speedup = 3.0 },
        new { Model = "A", Benchmark = "gsm", Speedup = 2.0 },
        new { Model = "A", Benchmark = "code", Speedup = 4.0 },
        new { Model = "B", Benchmark = "code", Speedup = 6.0 },
        new { Model = "B", Benchmark = "qa", Speedup = double.NaN },
    });

    public static Series<string, double> Numbers(params (string Key, double Value)[] observations) =>
        observations.Select(o => KeyValue.Create(o.Key, o.Value)).ToSeries();

    public static Frame<int, string> Csv(string text, int? inferRows = null, string? schema = null, string? separators = null, bool? hasHeaders = null)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        return Frame.ReadCsv(stream, hasHeaders: hasHeaders, inferRows: inferRows, schema: schema, separators: separators);
    }
}
