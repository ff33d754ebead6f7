namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class RangeMode : IStyleParam
    {
        private readonly string _json;

        private RangeMode(string json) => _json = json;

        public static RangeMode Normal { get; } = new("normal");
        public static RangeMode ToZero { get; } = new("tozero");
        public static RangeMode NonNegative { get; } = new("nonnegative");

        public object Convert() => _json;
    }
}
