namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class SelectDirection : IStyleParam
    {
        private readonly string _json;

        private SelectDirection(string json) => _json = json;

        public static SelectDirection Horizontal { get; } = new("h");
        public static SelectDirection Vertical { get; } = new("v");
        public static SelectDirection Diagonal { get; } = new("d");
        public static SelectDirection Any { get; } = new("any");

        public object Convert() => _json;
    }
}
