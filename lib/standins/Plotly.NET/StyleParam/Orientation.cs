namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class Orientation : IStyleParam
    {
        private readonly string _json;

        private Orientation(string json) => _json = json;

        public static Orientation Horizontal { get; } = new("h");
        public static Orientation Vertical { get; } = new("v");

        public object Convert() => _json;
    }
}
