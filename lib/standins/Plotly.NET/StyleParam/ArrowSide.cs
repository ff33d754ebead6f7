namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class ArrowSide : IStyleParam
    {
        private readonly string _json;

        private ArrowSide(string json) => _json = json;

        public static ArrowSide Start { get; } = new("start");
        public static ArrowSide End { get; } = new("end");
        public static ArrowSide StartEnd { get; } = new("startend");
        public static ArrowSide None { get; } = new("none");

        public object Convert() => _json;
    }
}
