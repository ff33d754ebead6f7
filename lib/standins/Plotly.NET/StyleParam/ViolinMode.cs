namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class ViolinMode : IStyleParam
    {
        private readonly string _json;

        private ViolinMode(string json) => _json = json;

        public static ViolinMode Group { get; } = new("group");
        public static ViolinMode Overlay { get; } = new("overlay");

        public object Convert() => _json;
    }
}
