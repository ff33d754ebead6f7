namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class FunnelMode : IStyleParam
    {
        private readonly string _json;

        private FunnelMode(string json) => _json = json;

        public static FunnelMode Stack { get; } = new("stack");
        public static FunnelMode Group { get; } = new("group");
        public static FunnelMode Overlay { get; } = new("overlay");

        public object Convert() => _json;
    }
}
