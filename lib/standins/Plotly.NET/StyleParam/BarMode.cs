namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class BarMode : IStyleParam
    {
        private readonly string _json;

        private BarMode(string json) => _json = json;

        public static BarMode Stack { get; } = new("stack");
        public static BarMode Group { get; } = new("group");
        public static BarMode Overlay { get; } = new("overlay");
        public static BarMode Relative { get; } = new("relative");

        public object Convert() => _json;
    }
}
