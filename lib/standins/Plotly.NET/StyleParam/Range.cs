namespace Plotly.NET;

public static partial class StyleParam
{
    public abstract class Range : IStyleParam
    {
        private readonly IConvertible[] _values;

        private Range(IConvertible[] values) => _values = values;

        public static Range NewMinMax(IConvertible item1, IConvertible item2) => new Bounds([item1, item2]);

        public static Range NewValues(IConvertible[] item) => new Bounds(item);

        public static Range ofMinMax<a, b>(a min, b max) where a : IConvertible where b : IConvertible => NewMinMax(min, max);

        public object Convert() => _values;

        private sealed class Bounds(IConvertible[] values) : Range(values);
    }
}
