namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class BoxMean : IStyleParam
    {
        private readonly object _json;

        private BoxMean(object json) => _json = json;

        public static BoxMean True { get; } = new(true);
        public static BoxMean False { get; } = new(false);
        public static BoxMean SD { get; } = new("sd");

        public object Convert() => _json;
    }
}
