namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class QuartileMethod : IStyleParam
    {
        private readonly string _json;

        private QuartileMethod(string json) => _json = json;

        public static QuartileMethod Linear { get; } = new("linear");
        public static QuartileMethod Exclusive { get; } = new("exclusive");
        public static QuartileMethod Inclusive { get; } = new("inclusive");

        public object Convert() => _json;
    }
}
