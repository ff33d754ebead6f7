namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class Visible : IStyleParam
    {
        private readonly object _json;

        private Visible(object json) => _json = json;

        public static Visible True { get; } = new(true);
        public static Visible False { get; } = new(false);
        public static Visible LegendOnly { get; } = new("legendonly");

        public object Convert() => _json;
    }
}
