namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class YAnchorPosition : IStyleParam
    {
        private readonly string _json;

        private YAnchorPosition(string json) => _json = json;

        public static YAnchorPosition Auto { get; } = new("auto");
        public static YAnchorPosition Top { get; } = new("top");
        public static YAnchorPosition Middle { get; } = new("middle");
        public static YAnchorPosition Bottom { get; } = new("bottom");

        public object Convert() => _json;
    }
}
