namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class BarNorm : IStyleParam
    {
        private readonly string _json;

        private BarNorm(string json) => _json = json;

        public static BarNorm NoNorm { get; } = new("");
        public static BarNorm Fraction { get; } = new("fraction");
        public static BarNorm Percent { get; } = new("percent");

        public object Convert() => _json;
    }
}
