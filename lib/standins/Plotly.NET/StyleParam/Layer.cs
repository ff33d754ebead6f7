namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class Layer : IStyleParam
    {
        private readonly string _json;

        private Layer(string json) => _json = json;

        public static Layer Below { get; } = new("below");
        public static Layer Above { get; } = new("above");
        public static Layer AboveTraces { get; } = new("above traces");
        public static Layer BelowTraces { get; } = new("below traces");

        public object Convert() => _json;
    }
}
