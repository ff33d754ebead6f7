namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class HistNorm : IStyleParam
    {
        private readonly string _json;

        private HistNorm(string json) => _json = json;

        public static HistNorm None { get; } = new("");
        public static HistNorm Percent { get; } = new("percent");
        public static HistNorm Probability { get; } = new("probability");
        public static HistNorm Density { get; } = new("density");
        public static HistNorm ProbabilityDensity { get; } = new("probability density");

        public object Convert() => _json;
    }
}
