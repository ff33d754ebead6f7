namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class XAnchorPosition : IStyleParam
    {
        private readonly string _json;

        private XAnchorPosition(string json) => _json = json;

        public static XAnchorPosition Auto { get; } = new("auto");
        public static XAnchorPosition Left { get; } = new("left");
        public static XAnchorPosition Center { get; } = new("center");
        public static XAnchorPosition Right { get; } = new("right");

        public object Convert() => _json;
    }
}
