namespace Plotly.NET;

public static partial class StyleParam
{
    public abstract class LinearAxisId : IStyleParam
    {
        private readonly string _json;

        private LinearAxisId(string json) => _json = json;

        public static LinearAxisId Free { get; } = new Id("free");

        public static LinearAxisId NewX(int item) => new Id(Numbered("x", item));

        public static LinearAxisId NewY(int item) => new Id(Numbered("y", item));

        public object Convert() => _json;

        private sealed class Id(string json) : LinearAxisId(json);
    }
}
