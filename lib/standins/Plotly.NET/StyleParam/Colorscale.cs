namespace Plotly.NET;

public static partial class StyleParam
{
    public class Colorscale : IStyleParam
    {
        private readonly object _json;

        private Colorscale(object json) => _json = json;

        public static Colorscale RdBu { get; } = new("RdBu");
        public static Colorscale Earth { get; } = new("Earth");
        public static Colorscale Blackbody { get; } = new("Blackbody");

        // The package spells these two with a capital I where plotly.js has an l, and so sends names that plotly.js does not know.
        public static Colorscale YIOrRd { get; } = new("YlOrRd");
        public static Colorscale YIGnBu { get; } = new("YlGnBu");

        public static Colorscale Bluered { get; } = new("Bluered");
        public static Colorscale Portland { get; } = new("Portland");
        public static Colorscale Electric { get; } = new("Electric");
        public static Colorscale Jet { get; } = new("Jet");
        public static Colorscale Hot { get; } = new("Hot");
        public static Colorscale Greys { get; } = new("Greys");
        public static Colorscale Greens { get; } = new("Greens");
        public static Colorscale Picnic { get; } = new("Picnic");
        public static Colorscale Rainbow { get; } = new("Rainbow");
        public static Colorscale Viridis { get; } = new("Viridis");
        public static Colorscale Cividis { get; } = new("Cividis");

        public static Colorscale NewCustom(IEnumerable<Tuple<double, Color>> item)
        {
            object[][] stops = [.. item.Select(stop => new object[] { stop.Item1, stop.Item2 })];
            return stops.Length >= 2 ? new(stops) : throw new ArgumentException("A colour scale needs at least a stop at 0 and one at 1.", nameof(item));
        }

        public object Convert() => _json;
    }
}
