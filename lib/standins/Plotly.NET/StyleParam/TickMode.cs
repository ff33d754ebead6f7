namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class TickMode : IStyleParam
    {
        private readonly string _json;

        private TickMode(string json) => _json = json;

        public static TickMode Auto { get; } = new("auto");
        public static TickMode Linear { get; } = new("linear");
        public static TickMode Array { get; } = new("array");
        public static TickMode Sync { get; } = new("sync");

        public object Convert() => _json;
    }
}
