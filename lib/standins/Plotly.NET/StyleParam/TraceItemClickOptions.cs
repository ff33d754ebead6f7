namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class TraceItemClickOptions : IStyleParam
    {
        private readonly object _json;

        private TraceItemClickOptions(object json) => _json = json;

        public static TraceItemClickOptions Toggle { get; } = new("toggle");
        public static TraceItemClickOptions ToggleOthers { get; } = new("toggleothers");
        public static TraceItemClickOptions False { get; } = new(false);

        public object Convert() => _json;
    }
}
