namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class TickOptions : IStyleParam
    {
        private readonly string _json;

        private TickOptions(string json) => _json = json;

        public static TickOptions Outside { get; } = new("outside");
        public static TickOptions Inside { get; } = new("inside");
        public static TickOptions Empty { get; } = new("");

        public object Convert() => _json;
    }
}
