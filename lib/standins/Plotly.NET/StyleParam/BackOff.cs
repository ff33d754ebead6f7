namespace Plotly.NET;

public static partial class StyleParam
{
    public abstract class BackOff : IStyleParam
    {
        private readonly object _json;

        private BackOff(object json) => _json = json;

        public static BackOff Auto { get; } = new Distance("auto");

        public static BackOff NewValue(int item) => new Distance(item);

        public static BackOff NewArray(IEnumerable<int> item) => new Distance(item.ToArray());

        public object Convert() => _json;

        private sealed class Distance(object json) : BackOff(json);
    }
}
