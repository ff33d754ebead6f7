namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class AxisConstraintDirection : IStyleParam
    {
        private readonly string _json;

        private AxisConstraintDirection(string json) => _json = json;

        public static AxisConstraintDirection Left { get; } = new("left");
        public static AxisConstraintDirection Center { get; } = new("center");
        public static AxisConstraintDirection Right { get; } = new("right");
        public static AxisConstraintDirection Top { get; } = new("top");
        public static AxisConstraintDirection Middle { get; } = new("middle");
        public static AxisConstraintDirection Bottom { get; } = new("bottom");

        public object Convert() => _json;
    }
}
