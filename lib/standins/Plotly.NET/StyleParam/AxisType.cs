namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class AxisType : IStyleParam
    {
        private readonly string _json;

        private AxisType(string json) => _json = json;

        public static AxisType Auto { get; } = new("-");
        public static AxisType Linear { get; } = new("linear");
        public static AxisType Log { get; } = new("log");
        public static AxisType Date { get; } = new("date");
        public static AxisType Category { get; } = new("category");
        public static AxisType MultiCategory { get; } = new("multicategory");

        public object Convert() => _json;
    }
}
