namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class LayoutGridPattern : IStyleParam
    {
        private readonly string _json;

        private LayoutGridPattern(string json) => _json = json;

        public static LayoutGridPattern Independent { get; } = new("independent");
        public static LayoutGridPattern Coupled { get; } = new("coupled");

        public object Convert() => _json;
    }
}
