namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class ClickMode : IStyleParam
    {
        private readonly string _json;

        private ClickMode(string json) => _json = json;

        public static ClickMode Event { get; } = new("event");
        public static ClickMode Select { get; } = new("select");
        public static ClickMode EventSelect { get; } = new("event+select");
        public static ClickMode NoClickMode { get; } = new("none");

        public object Convert() => _json;
    }
}
