namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class DoubleClick : IStyleParam
    {
        private readonly object _json;

        private DoubleClick(object json) => _json = json;

        public static DoubleClick Reset { get; } = new("reset");
        public static DoubleClick Autosize { get; } = new("autosize");
        public static DoubleClick ResetAutosize { get; } = new("reset+autosize");
        public static DoubleClick NoInteraction { get; } = new(false);

        public object Convert() => _json;
    }
}
