namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class AnnotationAlignment : IStyleParam
    {
        private readonly string _json;

        private AnnotationAlignment(string json) => _json = json;

        public static AnnotationAlignment Left { get; } = new("left");
        public static AnnotationAlignment Center { get; } = new("center");
        public static AnnotationAlignment Right { get; } = new("right");

        public object Convert() => _json;
    }
}
