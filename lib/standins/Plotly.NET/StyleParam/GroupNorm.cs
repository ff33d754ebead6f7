namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class GroupNorm : IStyleParam
    {
        private readonly string _json;

        private GroupNorm(string json) => _json = json;

        public static GroupNorm None { get; } = new("");
        public static GroupNorm Fraction { get; } = new("fraction");
        public static GroupNorm Percent { get; } = new("percent");

        public object Convert() => _json;
    }
}
