namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class SpikeSnap : IStyleParam
    {
        private readonly string _json;

        private SpikeSnap(string json) => _json = json;

        public static SpikeSnap Data { get; } = new("data");
        public static SpikeSnap Cursor { get; } = new("cursor");
        public static SpikeSnap HoveredData { get; } = new("hovered data");

        public object Convert() => _json;
    }
}
