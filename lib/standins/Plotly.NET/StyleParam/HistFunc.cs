namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class HistFunc : IStyleParam
    {
        private readonly string _json;

        private HistFunc(string json) => _json = json;

        public static HistFunc Count { get; } = new("count");
        public static HistFunc Sum { get; } = new("sum");
        public static HistFunc Avg { get; } = new("avg");
        public static HistFunc Min { get; } = new("min");
        public static HistFunc Max { get; } = new("max");

        public object Convert() => _json;
    }
}
