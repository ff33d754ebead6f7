namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class ExponentFormat : IStyleParam
    {
        private readonly string _json;

        private ExponentFormat(string json) => _json = json;

        public static ExponentFormat B { get; } = new("B");
        public static ExponentFormat SI { get; } = new("SI");
        public static ExponentFormat Power { get; } = new("power");
        public static ExponentFormat Ecapital { get; } = new("E");
        public static ExponentFormat E { get; } = new("e");
        public static ExponentFormat None { get; } = new("none");

        public object Convert() => _json;
    }
}
