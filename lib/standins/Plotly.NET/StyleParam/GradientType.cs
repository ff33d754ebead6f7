namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class GradientType : IStyleParam
    {
        private readonly string _json;

        private GradientType(string json) => _json = json;

        public static GradientType Radial { get; } = new("radial");
        public static GradientType Horizontal { get; } = new("horizontal");
        public static GradientType Vertical { get; } = new("vertical");
        public static GradientType None { get; } = new("none");

        public object Convert() => _json;
    }
}
