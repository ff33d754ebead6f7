namespace Plotly.NET;

public static partial class StyleParam
{
    public class DrawingStyle : IStyleParam
    {
        private readonly string _json;

        private DrawingStyle(string json) => _json = json;

        public static DrawingStyle Solid { get; } = new("solid");
        public static DrawingStyle Dash { get; } = new("dash");
        public static DrawingStyle Dot { get; } = new("dot");
        public static DrawingStyle DashDot { get; } = new("dashdot");
        public static DrawingStyle LongDash { get; } = new("longdash");
        public static DrawingStyle LongDashDot { get; } = new("longdashdot");

        public static DrawingStyle NewUser(IEnumerable<int> item) => new(string.Join(",", item.Select(length => $"{length}px")));

        public object Convert() => _json;
    }
}
