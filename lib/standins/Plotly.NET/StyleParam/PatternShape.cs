namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class PatternShape : IStyleParam
    {
        private readonly string _json;

        private PatternShape(string json) => _json = json;

        public static PatternShape None { get; } = new("");
        public static PatternShape DiagonalDescending { get; } = new("/");
        public static PatternShape DiagonalAscending { get; } = new("\\");
        public static PatternShape DiagonalChecked { get; } = new("x");
        public static PatternShape HorizontalLines { get; } = new("-");
        public static PatternShape VerticalLines { get; } = new("|");
        public static PatternShape Checked { get; } = new("+");
        public static PatternShape Dots { get; } = new(".");

        public object Convert() => _json;
    }
}
