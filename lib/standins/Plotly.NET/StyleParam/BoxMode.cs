namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class BoxMode : IStyleParam
    {
        private readonly string _json;

        private BoxMode(string json) => _json = json;

        public static BoxMode Group { get; } = new("group");
        public static BoxMode Overlay { get; } = new("overlay");

        public object Convert() => _json;
    }
}
