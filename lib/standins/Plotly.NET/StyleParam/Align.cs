namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class Align : IStyleParam
    {
        private readonly string _json;

        private Align(string json) => _json = json;

        public static Align Auto { get; } = new("auto");
        public static Align Left { get; } = new("left");
        public static Align Right { get; } = new("right");

        public object Convert() => _json;
    }
}
