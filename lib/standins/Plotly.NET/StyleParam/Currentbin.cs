namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class Currentbin : IStyleParam
    {
        private readonly string _json;

        private Currentbin(string json) => _json = json;

        public static Currentbin Include { get; } = new("Include");
        public static Currentbin Exclude { get; } = new("Exclude");
        public static Currentbin Half { get; } = new("Half");

        public object Convert() => _json;
    }
}
