using System.Text.Json;
using Kit.Display.Svg.Drawing;

namespace Kit.Display.Svg.Axes;

/// <summary>One axis: what kind of values it carries, which range it shows, and where that lies in pixels.</summary>
internal sealed class Axis(string id, JsonElement json)
{
    private readonly Dictionary<string, int> _categoryIndex = [];

    /// <summary>As traces name it: x, y, x2, y2 …</summary>
    public string Id { get; } = id;

    /// <summary>The axis in the layout: xaxis, yaxis2 …</summary>
    public JsonElement Json { get; } = json;

    public bool IsX => Id[0] == 'x';

    public AxisKind Kind { get; private set; }

    public List<string> Categories { get; } = [];

    /// <summary>The part of the figure that it spans, 0…1.</summary>
    public (double From, double To) Domain { get; set; } = (0, 1);

    /// <summary>The axis that it crosses, where it is drawn.</summary>
    public Axis? Anchor { get; set; }

    public Axis? Overlaying { get; set; }

    public RangeFinder Extent { get; private set; } = new();

    /// <summary>Where the layout says which range to show: this axis, or the one that it matches.</summary>
    public JsonElement RangeJson { get; private set; } = json;

    /// <summary>Scaled values at the left or lower and at the right or upper end.</summary>
    public double Low { get; private set; }

    public double High { get; private set; }

    /// <summary>Pixels of <see cref="Low"/> and <see cref="High"/>.</summary>
    public double Start { get; private set; }

    public double End { get; private set; }

    public double Length => Math.Abs(End - Start);

    public TickSet Ticks { get; private set; } = TickSet.None;

    public bool IsVisible => Json.Flag("visible") != false;

    /// <summary>Whether heat maps or bars make grid lines on it disturbing.</summary>
    public bool HidesGrid { get; set; }

    /// <summary>The least distance between ticks: 1 where the numbers only count rows or columns.</summary>
    public double LeastStep { get; set; }

    public bool OnFarSide => Json.Text("side") is "right" or "top";

    public RichText Title { get; } = RichText.Parse(json.Title());

    public double TickSize(double fontSize) => Json.Number("tickfont.size", fontSize * 0.95, 4, 60);

    public double TitleSize(double fontSize) => Json.Number("title.font.size", Json.Number("titlefont.size", fontSize * 1.1), 4, 80);

    /// <summary>A value without the logarithm of a log axis taken.</summary>
    public double Scale(double value) => Kind == AxisKind.Log ? value > 0 ? Math.Log10(value) : double.NaN : value;

    public double Pixel(double value) => PixelOfScaled(Scale(value));

    public double PixelOfScaled(double scaled) => Start + (scaled - Low) / (High - Low) * (End - Start);

    /// <summary>Decides the kind of axis from its layout or from the values that it must show.</summary>
    public void DecideKind(IEnumerable<JsonElement> values)
    {
        var given = Json.Text("type");
        Kind = given switch
        {
            "linear" => AxisKind.Linear,
            "log" => AxisKind.Log,
            "date" => AxisKind.Date,
            "category" => AxisKind.Category,
            null or "" or "-" => Guess(values),
            _ => throw new FigureException($"axis type '{given}' is unknown; known: linear, log, date, category."),
        };
        if (Kind != AxisKind.Category)
            return;

        if (Json.Text("categoryorder") is null or "array")
        {
            foreach (var item in Json.Items("categoryarray"))
                _ = Coordinate(item);
        }
    }

    /// <summary>Sorts the categories where the layout says so; call it after every value has been seen.</summary>
    public void OrderCategories()
    {
        if (Json.Text("categoryorder") is not ("category ascending" or "category descending"))
            return;
        Categories.Sort(StringComparer.Ordinal);
        if (Json.Text("categoryorder") == "category descending")
            Categories.Reverse();
        for (var i = 0; i < Categories.Count; i++)
            _categoryIndex[Categories[i]] = i;
    }

    /// <summary>A value of a trace as a number on this axis: itself, milliseconds, or the place of its category.</summary>
    public double Coordinate(JsonElement value)
    {
        if (Kind != AxisKind.Category)
        {
            var number = value.AsNumber();
            return Kind == AxisKind.Date && double.IsNaN(number) && value.ValueKind == JsonValueKind.String ? Dates.Parse(value.Content()) : number;
        }

        if (value.AsText() is not { } category)
            return double.NaN;
        if (!_categoryIndex.TryGetValue(category, out var index))
        {
            _categoryIndex[category] = index = Categories.Count;
            Categories.Add(category);
        }

        return index;
    }

    /// <summary>A place named by a shape or an annotation, scaled: on a log axis plotly gives its logarithm to annotations only.</summary>
    public double Reference(JsonElement value, bool logarithmIsGiven)
    {
        if (Kind == AxisKind.Category)
            return value.AsText() is { } name && _categoryIndex.TryGetValue(name, out var index) ? index : value.AsNumber();
        return logarithmIsGiven && Kind == AxisKind.Log ? value.AsNumber() : Scale(Coordinate(value));
    }

    /// <summary>Uses the same range as another axis (plotly's "matches").</summary>
    public void ShareRange(Axis other)
    {
        Extent = other.Extent;
        if (Json.At("range").IsMissing() && Json.At("autorange").IsMissing())
            RangeJson = other.RangeJson;
    }

    /// <summary>Sets the pixels it spans and, from them, its range and its ticks.</summary>
    public void Place(double start, double end, double fontSize)
    {
        (Start, End) = (start, end);
        FindRange();
        Ticks = TickFinder.Find(this, fontSize);
    }

    /// <summary>Sets the pixels that it spans and keeps its range.</summary>
    public void Shrink(double start, double end, double fontSize)
    {
        (Start, End) = (start, end);
        Ticks = TickFinder.Find(this, fontSize);
    }

    private static AxisKind Guess(IEnumerable<JsonElement> values)
    {
        int numbers = 0, dates = 0, others = 0;
        foreach (var value in values)
        {
            if (value.ValueKind == JsonValueKind.String && value.Content() is { } text)
            {
                if (Dates.IsDate(text))
                    dates++;
                else if (!double.IsNaN(value.AsNumber()))
                    numbers++;
                else if (text.Length > 0 && text is not ("NaN" or "Infinity" or "-Infinity"))
                    others++;
            }
            else if (value.ValueKind == JsonValueKind.Number)
            {
                numbers++;
            }
            else if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            {
                others++;
            }
        }

        return others > 0 ? AxisKind.Category : dates > numbers ? AxisKind.Date : AxisKind.Linear;
    }

    private void FindRange()
    {
        var (low, high) = Extent.Find(Math.Max(Length, 1));
        if (Extent.IsEmpty && Kind == AxisKind.Category)
            (low, high) = (-0.5, Math.Max(Categories.Count - 0.5, 0.5));
        if (Extent.IsEmpty && Kind == AxisKind.Date)
            (low, high) = (946_684_800_000, 978_307_200_000);
        if (Kind == AxisKind.Linear && RangeJson.Text("rangemode") is "tozero" or "nonnegative")
        {
            low = low > 0 || RangeJson.Text("rangemode") == "nonnegative" ? 0 : low;
            high = high < 0 ? 0 : high;
        }

        var range = RangeJson.Items("range");
        var reversed = RangeJson.Text("autorange") is "reversed" or "max reversed" or "min reversed";
        if (range.Length == 2 && RangeJson.Text("autorange") is null or "false")
        {
            var (from, to) = (Limit(range[0]), Limit(range[1]));
            reversed = from > to;
            (low, high) = reversed
                ? (double.IsNaN(to) ? low : to, double.IsNaN(from) ? high : from)
                : (double.IsNaN(from) ? low : from, double.IsNaN(to) ? high : to);
        }

        if (!(high > low) || !double.IsFinite(high - low))
            (low, high) = double.IsFinite(low) && double.IsFinite(high) && double.IsFinite(high - low) && low < 1e15 ? (low - 1, low + 1) : (-1, 1);
        (Low, High) = reversed ? (high, low) : (low, high);
    }

    /// <summary>An end of the layout's range: already a logarithm on a log axis.</summary>
    private double Limit(JsonElement value) => Kind == AxisKind.Log ? value.AsNumber() : Reference(value, false);
}
