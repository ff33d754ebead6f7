namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class UnitMode : IStyleParam
    {
        private readonly string _json;

        private UnitMode(string json) => _json = json;

        public static UnitMode Fraction { get; } = new("fraction");
        public static UnitMode Pixels { get; } = new("pixels");

        public object Convert() => _json;
    }
}
