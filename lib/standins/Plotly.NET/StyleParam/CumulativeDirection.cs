namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class CumulativeDirection : IStyleParam
    {
        private readonly string _json;

        private CumulativeDirection(string json) => _json = json;

        public static CumulativeDirection Increasing { get; } = new("increasing");
        public static CumulativeDirection Decreasing { get; } = new("decreasing");

        public object Convert() => _json;
    }
}
