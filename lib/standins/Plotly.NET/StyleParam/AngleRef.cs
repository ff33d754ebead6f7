namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class AngleRef : IStyleParam
    {
        private readonly string _json;

        private AngleRef(string json) => _json = json;

        public static AngleRef Previous { get; } = new("previous");
        public static AngleRef Up { get; } = new("up");

        public object Convert() => _json;
    }
}
