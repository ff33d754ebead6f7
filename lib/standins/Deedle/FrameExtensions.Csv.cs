using System.Globalization;
using System.Runtime.InteropServices;
using Deedle.Csv;

namespace Deedle;

// As in the real package, leaving includeRowKeys out means false.
public static partial class FrameExtensions
{
    public static void SaveCsv<R, C>(
        this Frame<R, C> frame, TextWriter writer, [Optional] bool includeRowKeys, [Optional] IEnumerable<string> keyNames,
        [Optional] char separator, [Optional] CultureInfo culture) =>
        CsvTarget.Write(frame, writer, includeRowKeys, keyNames, separator == default ? ',' : separator, culture);

    public static void SaveCsv<R, C>(
        this Frame<R, C> frame, string path, [Optional] bool includeRowKeys, [Optional] IEnumerable<string> keyNames,
        [Optional] char separator, [Optional] CultureInfo culture)
    {
        var isTabbed = path.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase);
        using var writer = new StreamWriter(path);
        CsvTarget.Write(frame, writer, includeRowKeys, keyNames, separator != default ? separator : isTabbed ? '\t' : ',', culture);
    }

    public static void SaveCsv<R, C>(
        this Frame<R, C> frame, string path, IEnumerable<string> keyNames, [Optional] char separator, [Optional] CultureInfo culture) =>
        frame.SaveCsv(path, true, keyNames, separator, culture);
}
