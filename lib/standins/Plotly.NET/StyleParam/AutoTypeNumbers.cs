namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class AutoTypeNumbers : IStyleParam
    {
        private readonly string _json;

        private AutoTypeNumbers(string json) => _json = json;

        public static AutoTypeNumbers ConvertTypes { get; } = new("convert types");
        public static AutoTypeNumbers Strict { get; } = new("strict");

        public object Convert() => _json;
    }
}
