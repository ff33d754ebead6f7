namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class ShapeType : IStyleParam
    {
        private readonly string _json;

        private ShapeType(string json) => _json = json;

        public static ShapeType Circle { get; } = new("circle");
        public static ShapeType Rectangle { get; } = new("rect");
        public static ShapeType SvgPath { get; } = new("path");
        public static ShapeType Line { get; } = new("line");

        public object Convert() => _json;
    }
}
