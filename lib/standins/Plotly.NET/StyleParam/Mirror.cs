namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class Mirror : IStyleParam
    {
        private readonly object _json;

        private Mirror(object json) => _json = json;

        public static Mirror True { get; } = new(true);
        public static Mirror Ticks { get; } = new("ticks");
        public static Mirror False { get; } = new(false);
        public static Mirror All { get; } = new("all");
        public static Mirror AllTicks { get; } = new("allticks");

        public object Convert() => _json;
    }
}
