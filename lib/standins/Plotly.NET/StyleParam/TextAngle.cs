namespace Plotly.NET;

public static partial class StyleParam
{
    public abstract class TextAngle : IStyleParam
    {
        private readonly object _json;

        private TextAngle(object json) => _json = json;

        public static TextAngle Auto { get; } = new Angle("auto");

        public static TextAngle NewDegrees(double item) => new Angle(item);

        public object Convert() => _json;

        private sealed class Angle(object json) : TextAngle(json);
    }
}
