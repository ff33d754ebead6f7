namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class LayoutGridRowOrder : IStyleParam
    {
        private readonly string _json;

        private LayoutGridRowOrder(string json) => _json = json;

        public static LayoutGridRowOrder TopToBottom { get; } = new("top to bottom");
        public static LayoutGridRowOrder BottomToTop { get; } = new("bottom to top");

        public object Convert() => _json;
    }
}
