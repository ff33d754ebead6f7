namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class MarkerSizeMode : IStyleParam
    {
        private readonly string _json;

        private MarkerSizeMode(string json) => _json = json;

        public static MarkerSizeMode Diameter { get; } = new("diameter");
        public static MarkerSizeMode Area { get; } = new("area");

        public object Convert() => _json;
    }
}
