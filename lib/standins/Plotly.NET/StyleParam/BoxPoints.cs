namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class BoxPoints : IStyleParam
    {
        private readonly object _json;

        private BoxPoints(object json) => _json = json;

        public static BoxPoints Outliers { get; } = new("outliers");
        public static BoxPoints All { get; } = new("all");
        public static BoxPoints SuspectedOutliers { get; } = new("suspectedoutliers");
        public static BoxPoints False { get; } = new(false);

        public object Convert() => _json;
    }
}
