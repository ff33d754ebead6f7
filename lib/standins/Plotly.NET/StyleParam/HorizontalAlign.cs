namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class HorizontalAlign : IStyleParam
    {
        private readonly string _json;

        private HorizontalAlign(string json) => _json = json;

        public static HorizontalAlign Left { get; } = new("left");
        public static HorizontalAlign Center { get; } = new("center");
        public static HorizontalAlign Right { get; } = new("right");

        public object Convert() => _json;
    }
}
