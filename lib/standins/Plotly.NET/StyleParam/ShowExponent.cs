namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class ShowExponent : IStyleParam
    {
        private readonly string _json;

        private ShowExponent(string json) => _json = json;

        public static ShowExponent All { get; } = new("all");
        public static ShowExponent First { get; } = new("first");
        public static ShowExponent Last { get; } = new("last");
        public static ShowExponent None { get; } = new("none");

        public object Convert() => _json;
    }
}
