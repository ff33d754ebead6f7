namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class VerticalAlign : IStyleParam
    {
        private readonly string _json;

        private VerticalAlign(string json) => _json = json;

        public static VerticalAlign Top { get; } = new("top");
        public static VerticalAlign Middle { get; } = new("middle");
        public static VerticalAlign Bottom { get; } = new("bottom");

        public object Convert() => _json;
    }
}
