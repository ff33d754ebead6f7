using System.Buffers;
using System.Globalization;

namespace Deedle.Csv;

/// <summary>What a cell's text means.</summary>
internal sealed class CellText(CultureInfo culture, string[] missingValues)
{
    private static readonly SearchValues<char> Adorners = SearchValues.Create("%‰‱$€£¥");

    public CellKinds Kind(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return CellKinds.Empty;
        if (missingValues.Contains(text.Trim()))
            return CellKinds.Double;
        if (TryParse(typeof(int), text, out var integer))
            return integer switch { 0 => CellKinds.Zero, 1 => CellKinds.One, _ => CellKinds.Integer };
        (Type Type, CellKinds Kind)[] candidates =
        [
            (typeof(bool), CellKinds.Boolean), (typeof(long), CellKinds.Long), (typeof(TimeSpan), CellKinds.Text),
            (typeof(DateTime), CellKinds.Date), (typeof(decimal), CellKinds.Decimal), (typeof(double), CellKinds.Double), (typeof(Guid), CellKinds.Guid),
        ];
        return candidates.FirstOrDefault(c => TryParse(c.Type, text, out var value) && (value is not DateTime date || IsDate(date, text)), (null, CellKinds.Text)).Kind;
    }

    /// <summary>The narrowest type that has room for all of them: 0 and 1 are truth values, numbers with gaps doubles (whole ones stay whole).</summary>
    public static Type TypeOf(CellKinds kinds)
    {
        const CellKinds Bits = CellKinds.Zero | CellKinds.One;
        const CellKinds Whole = Bits | CellKinds.Integer;
        const CellKinds Exact = Whole | CellKinds.Long | CellKinds.Decimal;
        var filled = kinds & ~CellKinds.Empty;
        bool Within(CellKinds room) => filled != 0 && (filled & ~room) == 0;
        return Within(CellKinds.Zero) || Within(CellKinds.One) ? typeof(int)
            : Within(Bits | CellKinds.Boolean) ? typeof(bool)
            : Within(Whole) ? typeof(int)
            : Within(Whole | CellKinds.Long) ? typeof(long)
            : Within(Exact) && !kinds.HasFlag(CellKinds.Empty) ? typeof(decimal)
            : Within(Exact | CellKinds.Double) ? typeof(double)
            : Within(CellKinds.Date) ? typeof(DateTime)
            : Within(CellKinds.Guid) ? typeof(Guid)
            : typeof(string);
    }

    public bool IsMissing(string text) => string.IsNullOrWhiteSpace(text) || missingValues.Contains(text.Trim());

    public bool TryParse(Type type, string text, out object value)
    {
        value = null;
        var bare = text.AsSpan().IndexOfAny(Adorners) < 0 ? text : string.Concat(text.Where(c => !Adorners.Contains(c)));
        if (type == typeof(string))
            value = text;
        else if (type == typeof(int) && int.TryParse(bare, NumberStyles.Integer, culture, out var i))
            value = i;
        else if (type == typeof(long) && long.TryParse(bare, NumberStyles.Integer, culture, out var l))
            value = l;
        else if (type == typeof(decimal) && decimal.TryParse(bare, NumberStyles.Currency | NumberStyles.AllowExponent, culture, out var m))
            value = m;
        else if (type == typeof(double) && double.TryParse(bare, NumberStyles.Any, culture, out var d))
            value = d;
        else if (type == typeof(bool))
            value = Truth(text.Trim());
        else if (type == typeof(TimeSpan) && TimeSpan.TryParse(text, culture, out var span))
            value = span;
        else if (type == typeof(Guid) && Guid.TryParse(text.Trim(), out var guid))
            value = guid;
        else if (type == typeof(DateTime) && DateTime.TryParse(text, culture, DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.RoundtripKind, out var date))
            value = date;
        return value is not null;
    }

    private static object Truth(string text) => text.ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "1" => true,
        "FALSE" or "NO" or "0" => false,
        _ => null,
    };

    /// <summary>12.5 and 12-002 are no dates although .NET reads them as such; times with a zone stay text.</summary>
    private static bool IsDate(DateTime date, string text)
    {
        var groups = text.Where((c, i) => char.IsDigit(c) && (i == 0 || !char.IsDigit(text[i - 1]))).Count();
        return date.Kind == DateTimeKind.Unspecified && (date.Year >= 1000 || groups == 3)
            && !decimal.TryParse(text, NumberStyles.Currency | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out _);
    }
}
