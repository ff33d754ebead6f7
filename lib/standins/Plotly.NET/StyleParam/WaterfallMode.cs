namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class WaterfallMode : IStyleParam
    {
        private readonly string _json;

        private WaterfallMode(string json) => _json = json;

        public static WaterfallMode Group { get; } = new("group");
        public static WaterfallMode Overlay { get; } = new("overlay");

        public object Convert() => _json;
    }
}
