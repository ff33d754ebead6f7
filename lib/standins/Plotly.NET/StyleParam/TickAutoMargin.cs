namespace Plotly.NET;

public static partial class StyleParam
{
    public class TickAutoMargin : IStyleParam
    {
        private readonly string _json;

        private TickAutoMargin(string json) => _json = json;

        public static TickAutoMargin Height { get; } = new("height");
        public static TickAutoMargin Width { get; } = new("width");
        public static TickAutoMargin Left { get; } = new("left");
        public static TickAutoMargin Right { get; } = new("right");
        public static TickAutoMargin Top { get; } = new("top");
        public static TickAutoMargin Bottom { get; } = new("bottom");
        public static TickAutoMargin All { get; } = new("height+width+left+right+top+bottom");

        public static TickAutoMargin NewCustom(IEnumerable<TickAutoMargin> item) => new(string.Join("+", item.Select(side => side._json)));

        public object Convert() => _json;
    }
}
