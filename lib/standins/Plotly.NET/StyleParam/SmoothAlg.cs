namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class SmoothAlg : IStyleParam
    {
        private readonly object _json;

        private SmoothAlg(object json) => _json = json;

        public static SmoothAlg False { get; } = new(false);
        public static SmoothAlg Best { get; } = new("best");
        public static SmoothAlg Fast { get; } = new("fast");

        public object Convert() => _json;
    }
}
