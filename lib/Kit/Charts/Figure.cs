using System.Text;
using Kit.Display;
using Kit.Display.Svg;
using Plotly.NET;
using Plotly.NET.LayoutObjects;

namespace Kit.Charts;

/// <summary>
/// A chart with its title, its note (source, n, seeds) and its alternative text. Shown in a notebook it is a live chart where
/// the front end can draw one and a static picture everywhere else.
/// </summary>
public sealed class Figure
{
    private const int TitleHeight = 48, LegendHeight = 24, LegendRow = 19, PanelTitleHeight = 20, NoteHeight = 22, AxisHeight = 52, Side = 20;

    /// <summary>Dresses a chart.</summary>
    /// <param name="chart">a chart with its axes titled, as <see cref="Plot"/> makes them</param>
    /// <param name="text">title, note and alternative text</param>
    /// <param name="width">in pixels</param>
    /// <param name="height">in pixels</param>
    /// <param name="legend">whether the traces' names are listed between title and chart</param>
    /// <param name="panels">whether the chart is made of small multiples, whose titles need room</param>
    /// <param name="leftMargin">room for the tick labels of the vertical axis, in pixels</param>
    /// <param name="bottomMargin">room for the tick labels and the title of the horizontal axis, in pixels</param>
    /// <param name="fontSize">of the legend and of the values at columns and points</param>
    /// <param name="rightMargin">room right of the axes, in pixels</param>
    /// <param name="legendRows">how many lines the legend takes</param>
    public Figure(GenericChart chart, FigureText text, int width = 760, int height = 420, bool legend = true, bool panels = false,
        int leftMargin = 64, int bottomMargin = AxisHeight, double fontSize = 12, int rightMargin = Side, int legendRows = 1)
    {
        text.Check();
        Text = text;
        var (top, bottom) = (TitleHeight + (legend ? LegendHeight + (LegendRow * (legendRows - 1)) : 8) + (panels ? PanelTitleHeight : 0), bottomMargin + NoteHeight);
        var plotHeight = (double)(height - top - bottom);
        var font = Font.init(Size: fontSize, Color: Color.fromHex(Palette.Ink));
        var dressed = chart
            .WithLayout(Layout.init<string>(
                Title: Title.init(Text: text.Title, Font: Font.init(Size: 16.0, Color: Color.fromHex(Palette.Ink)),
                    X: (double)Side / width, XAnchor: StyleParam.XAnchorPosition.Left, Y: 1 - 24.0 / height, YAnchor: StyleParam.YAnchorPosition.Middle),
                ShowLegend: legend, Width: width, Height: height, Font: font,
                PaperBGColor: Color.fromHex("#FFFFFF"), PlotBGColor: Color.fromHex("#FFFFFF"),
                Margin: Margin.init<int, int, int, int, int, bool>(Left: leftMargin, Right: rightMargin, Top: top, Bottom: bottom)))
            .WithAnnotation(Plot.Label(text.Note, x: (Side - leftMargin) / (double)(width - leftMargin - rightMargin), y: -(bottom - 6) / plotHeight,
                xReference: "paper", yReference: "paper", size: 11, color: Palette.Quiet,
                horizontal: StyleParam.XAnchorPosition.Left, vertical: StyleParam.YAnchorPosition.Bottom));
        Chart = legend
            ? Plotly.NET.CSharp.GenericChartExtensions.WithLegend(dressed, Legend.init(Orientation: StyleParam.Orientation.Horizontal,
                X: 0.0, XAnchor: StyleParam.XAnchorPosition.Left, Y: 1 + ((panels ? PanelTitleHeight : 0) + 4) / plotHeight, YAnchor: StyleParam.YAnchorPosition.Bottom))
            : dressed;
    }

    /// <summary>How many lines a legend of these names takes beside each other in that many pixels.</summary>
    internal static int LegendRows(IEnumerable<string> names, int pixels)
    {
        // plotly.js puts 40 pixels before a name; with more than one row the widest entry sets the columns.
        int[] widths = [.. names.Select(name => TextWidth(name) + 40)];
        return widths.Sum() <= pixels ? 1 : (int)Math.Ceiling(widths.Length / Math.Max(1.0, pixels / widths.Max()));
    }

    /// <summary>About as wide as a text of size 12 gets.</summary>
    internal static int TextWidth(string text) => (int)Math.Ceiling(6.6 * text.Length);

    /// <summary>The chart; add traces or change axes as with any Plotly.NET chart.</summary>
    public GenericChart Chart { get; }

    /// <summary>Title, note and alternative text.</summary>
    public FigureText Text { get; }

    /// <summary>The figure as plotly.js reads it.</summary>
    public string ToJson() => GenericChart.toFigureJson(Chart);

    /// <summary>The static picture.</summary>
    public string ToSvg() => SvgFigure.Render(ToJson(), new SvgOptions { AlternativeText = Text.Alternative });

    /// <summary>All representations, for the output of a notebook cell.</summary>
    public MimeBundle ToMimeBundle() => FigureBundle.Create(ToJson(), Text.Alternative);

    /// <summary>Writes the picture (.svg), a page that shows it (.html) or the figure itself (.json); the ending of the path decides.</summary>
    public void Save(string path) => File.WriteAllText(path, Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".SVG" => ToSvg(),
        ".JSON" => ToJson(),
        ".HTML" => $"<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>{System.Net.WebUtility.HtmlEncode(Text.Title)}</title></head>\n<body>\n{ToMimeBundle().Text("text/html")}\n</body>\n</html>\n",
        var other => throw new ArgumentException($"a figure cannot be saved as '{other}'; choose .svg, .html or .json", nameof(path)),
    }, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
}
