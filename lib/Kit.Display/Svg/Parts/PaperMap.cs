namespace Kit.Display.Svg.Parts;

/// <summary>
/// From paper coordinates (0…1 over the plotting area) to pixels. Where subplots need more room between them than their
/// domains leave, the map stretches the gaps and narrows the subplots, so that whatever refers to the paper moves along.
/// </summary>
internal sealed class PaperMap
{
    private readonly List<(double Paper, double Pixel)> _knots;
    private readonly double _scale;

    private PaperMap(List<(double, double)> knots, double scale) => (_knots, _scale) = (knots, scale);

    /// <summary>Pixels of the whole plotting area.</summary>
    public double Length => Math.Abs(_scale);

    /// <summary>Distinct domains in order; empty where they overlap, as an inset does.</summary>
    public static List<(double From, double To)> Bands(IEnumerable<(double From, double To)> domains)
    {
        var bands = domains.Distinct().OrderBy(domain => domain.From).ThenBy(domain => domain.To).ToList();
        for (var i = 1; i < bands.Count; i++)
        {
            if (bands[i].From < bands[i - 1].To - 1e-9)
                return [];
        }

        return bands;
    }

    /// <param name="bands">the domains of the columns or rows</param>
    /// <param name="start">pixel of paper 0</param>
    /// <param name="end">pixel of paper 1</param>
    /// <param name="gaps">pixels needed before each band; the first is not used</param>
    public static PaperMap Create(List<(double From, double To)> bands, double start, double end, double[] gaps)
    {
        var length = Math.Abs(end - start);
        var direction = end >= start ? 1 : -1;
        var missing = 0.0;
        for (var i = 1; i < bands.Count; i++)
            missing += Math.Max(0, gaps[i] - (bands[i].From - bands[i - 1].To) * length);
        var inside = bands.Sum(band => band.To - band.From) * length;
        var factor = bands.Count < 2 || missing == 0 ? 1 : Math.Max(0.3, (inside - missing) / inside);
        var knots = new List<(double, double)> { (0, start) };
        if (factor < 1)
        {
            // When even narrow subplots leave too little, the gaps share what there is.
            var share = Math.Min(1, (1 - factor) * inside / missing);
            var at = bands[0].From * length;
            for (var i = 0; i < bands.Count; i++)
            {
                if (i > 0)
                {
                    var gap = (bands[i].From - bands[i - 1].To) * length;
                    at += gap + Math.Max(0, gaps[i] - gap) * share;
                }

                knots.Add((bands[i].From, start + direction * at));
                at += (bands[i].To - bands[i].From) * length * factor;
                knots.Add((bands[i].To, start + direction * at));
            }
        }

        knots.Add((1, end));
        return new PaperMap(knots, end - start);
    }

    public double At(double paper)
    {
        if (!(paper > 0))
            return _knots[0].Pixel + paper * _scale;
        if (paper >= 1)
            return _knots[^1].Pixel + (paper - 1) * _scale;
        for (var i = 1; i < _knots.Count; i++)
        {
            var (low, high) = (_knots[i - 1], _knots[i]);
            if (paper <= high.Paper)
                return high.Paper > low.Paper ? low.Pixel + (paper - low.Paper) / (high.Paper - low.Paper) * (high.Pixel - low.Pixel) : high.Pixel;
        }

        return _knots[^1].Pixel;
    }
}
