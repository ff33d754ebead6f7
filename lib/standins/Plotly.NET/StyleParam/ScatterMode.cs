namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class ScatterMode : IStyleParam
    {
        private readonly string _json;

        private ScatterMode(string json) => _json = json;

        public static ScatterMode Group { get; } = new("group");
        public static ScatterMode Overlay { get; } = new("overlay");

        public object Convert() => _json;
    }
}
