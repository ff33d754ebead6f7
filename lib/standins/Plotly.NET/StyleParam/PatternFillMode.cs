namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class PatternFillMode : IStyleParam
    {
        private readonly string _json;

        private PatternFillMode(string json) => _json = json;

        public static PatternFillMode Replace { get; } = new("replace");
        public static PatternFillMode Overlay { get; } = new("overlay");

        public object Convert() => _json;
    }
}
