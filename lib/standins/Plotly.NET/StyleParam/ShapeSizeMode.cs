namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class ShapeSizeMode : IStyleParam
    {
        private readonly string _json;

        private ShapeSizeMode(string json) => _json = json;

        public static ShapeSizeMode Scaled { get; } = new("scaled");
        public static ShapeSizeMode Pixel { get; } = new("pixel");

        public object Convert() => _json;
    }
}
