namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class FillRule : IStyleParam
    {
        private readonly string _json;

        private FillRule(string json) => _json = json;

        public static FillRule EvenOdd { get; } = new("evenodd");
        public static FillRule NonZero { get; } = new("nonzero");

        public object Convert() => _json;
    }
}
