namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class TraceGroupClickOptions : IStyleParam
    {
        private readonly string _json;

        private TraceGroupClickOptions(string json) => _json = json;

        public static TraceGroupClickOptions ToggleItem { get; } = new("toggleitem");
        public static TraceGroupClickOptions ToggleGroup { get; } = new("togglegroup");

        public object Convert() => _json;
    }
}
