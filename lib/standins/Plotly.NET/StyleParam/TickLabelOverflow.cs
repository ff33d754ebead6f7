namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class TickLabelOverflow : IStyleParam
    {
        private readonly string _json;

        private TickLabelOverflow(string json) => _json = json;

        public static TickLabelOverflow Allow { get; } = new("allow");
        public static TickLabelOverflow HidePastDiv { get; } = new("hide past div");
        public static TickLabelOverflow HidePastDomain { get; } = new("hide past domain");

        public object Convert() => _json;
    }
}
