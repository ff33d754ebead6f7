namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class TickLabelMode : IStyleParam
    {
        private readonly string _json;

        private TickLabelMode(string json) => _json = json;

        public static TickLabelMode Instant { get; } = new("instant");
        public static TickLabelMode Period { get; } = new("period");

        public object Convert() => _json;
    }
}
