namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class AxisConstraint : IStyleParam
    {
        private readonly string _json;

        private AxisConstraint(string json) => _json = json;

        public static AxisConstraint Range { get; } = new("range");
        public static AxisConstraint Domain { get; } = new("domain");

        public object Convert() => _json;
    }
}
