namespace Plotly.NET;

public static partial class StyleParam
{
    public abstract class ScaleAnchor : IStyleParam
    {
        private readonly object _json;

        private ScaleAnchor(object json) => _json = json;

        public static ScaleAnchor False { get; } = new Id(false);

        public static ScaleAnchor NewX(int item) => new Id(Numbered("x", item));

        public static ScaleAnchor NewY(int item) => new Id(Numbered("y", item));

        public object Convert() => _json;

        private sealed class Id(object json) : ScaleAnchor(json);
    }
}
