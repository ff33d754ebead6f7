using System.Globalization;

namespace Kit.Display.Svg.Drawing;

/// <summary>How wide a text will be, without a font at hand.</summary>
internal static class TextMetrics
{
    public const double LineHeight = 1.25;

    /// <summary>Advance widths of the printable ASCII characters in a common sans-serif face, in 1/1000 em.</summary>
    private static readonly int[] Ascii =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    // The reader's font is unknown; common fallbacks run up to 15 % wider than the table.
    private const double Allowance = 1.1;

    public static double Width(string text, double size, bool bold = false)
    {
        var sum = 0;
        foreach (var rune in text.EnumerateRunes())
            sum += Advance(rune);

        return sum * (size / 1000) * Allowance * (bold ? 1.07 : 1);
    }

    private static int Advance(System.Text.Rune rune) => rune.Value switch
    {
        >= 32 and < 127 => Ascii[rune.Value - 32],
        >= 0x1100 and <= 0x115f or >= 0x2e80 and <= 0xa4cf or >= 0xac00 and <= 0xd7a3 or >= 0xf900 and <= 0xfaff
            or >= 0xff00 and <= 0xff60 or >= 0x1f000 => 1000,
        _ => System.Text.Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.Format ? 0 : 600,
    };
}
