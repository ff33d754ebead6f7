using Plotly.NET.LayoutObjects;

namespace Plotly.NET;

/// <summary>Each use makes a new template, since charts may write into theirs.</summary>
public static class ChartTemplates
{
    private static readonly string[] Colorway =
        ["#636efa", "#EF553B", "#00cc96", "#ab63fa", "#FFA15A", "#19d3f3", "#FF6692", "#B6E880", "#FF97FF", "#FECB52"];

    public static Template plotly => Of(
        Layout.init<string>(
            PaperBGColor: Color.fromString("white"), PlotBGColor: Color.fromString("#E5ECF6"), HoverMode: StyleParam.HoverMode.Closest,
            Font: Font.init(Color: Color.fromString("#2a3f5f")), Colorway: Color.fromColors(Colorway.Select(Color.fromHex))),
        () => Axis(lines: Color.fromString("white"), grid: Color.fromString("white")).SetValue("zerolinewidth", 2));

    public static Template light => Of(
        Layout.init<string>(PaperBGColor: Color.fromString("white"), PlotBGColor: Color.fromString("white")),
        () => new LinearAxis().SetValue("showline", true).SetValue("zeroline", true));

    public static Template dark => Of(
        Layout.init<string>(
            PaperBGColor: Color.fromString("rgb(55, 55, 61)"), PlotBGColor: Color.fromString("rgb(55, 55, 61)"),
            Font: Font.init(Color: Color.fromString("rgb(204, 204, 204)"))),
        () => Axis(lines: Color.fromString("rgb(204, 204, 204)"), grid: Color.fromString("rgba(204, 204, 204, 0.3)"))
            .SetValue("showline", true).SetValue("zeroline", true));

    private static Template Of(Layout layout, Func<LinearAxis> axis) =>
        new Template().SetValue("layout", layout.SetValue("xaxis", axis()).SetValue("yaxis", axis())).SetValue("data", new DynamicObj.DynamicObj());

    private static LinearAxis Axis(Color lines, Color grid) =>
        new LinearAxis().SetValue("automargin", true).SetValue("linecolor", lines).SetValue("zerolinecolor", lines).SetValue("gridcolor", grid);
}
