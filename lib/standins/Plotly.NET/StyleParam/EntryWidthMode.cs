namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class EntryWidthMode : IStyleParam
    {
        private readonly string _json;

        private EntryWidthMode(string json) => _json = json;

        public static EntryWidthMode Fraction { get; } = new("fraction");
        public static EntryWidthMode Pixels { get; } = new("pixels");

        public object Convert() => _json;
    }
}
