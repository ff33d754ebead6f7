namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class Side : IStyleParam
    {
        private readonly string _json;

        private Side(string json) => _json = json;

        public static Side Top { get; } = new("top");
        public static Side TopLeft { get; } = new("top left");
        public static Side TopCenter { get; } = new("top center");
        public static Side TopRight { get; } = new("top right");
        public static Side Bottom { get; } = new("bottom");
        public static Side Left { get; } = new("left");
        public static Side Right { get; } = new("right");

        public object Convert() => _json;
    }
}
