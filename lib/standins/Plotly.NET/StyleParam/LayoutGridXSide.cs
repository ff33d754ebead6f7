namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class LayoutGridXSide : IStyleParam
    {
        private readonly string _json;

        private LayoutGridXSide(string json) => _json = json;

        public static LayoutGridXSide Bottom { get; } = new("bottom");
        public static LayoutGridXSide BottomPlot { get; } = new("bottom plot");
        public static LayoutGridXSide Top { get; } = new("top");
        public static LayoutGridXSide TopPlot { get; } = new("top plot");

        public object Convert() => _json;
    }
}
