namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class CategoryTickAnchor : IStyleParam
    {
        private readonly string _json;

        private CategoryTickAnchor(string json) => _json = json;

        public static CategoryTickAnchor Labels { get; } = new("labels");
        public static CategoryTickAnchor Boundaries { get; } = new("boundaries");

        public object Convert() => _json;
    }
}
