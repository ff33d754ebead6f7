namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class TraceItemSizing : IStyleParam
    {
        private readonly string _json;

        private TraceItemSizing(string json) => _json = json;

        public static TraceItemSizing Trace { get; } = new("trace");
        public static TraceItemSizing Constant { get; } = new("constant");

        public object Convert() => _json;
    }
}
