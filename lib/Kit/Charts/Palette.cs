using Plotly.NET;

namespace Kit.Charts;

/// <summary>The colours of Okabe and Ito, which people with the common kinds of colour blindness can tell apart.</summary>
public static class Palette
{
    /// <summary>Text and axes.</summary>
    public const string Ink = "#262626";

    /// <summary>Notes and secondary text.</summary>
    public const string Quiet = "#5A5A5A";

    /// <summary>Grid lines.</summary>
    public const string Grid = "#E3E3E3";

    private const string Black = "#000000", Orange = "#E69F00", Sky = "#56B4E9", Green = "#009E73", Yellow = "#F0E442", Blue = "#0072B2",
        Vermillion = "#D55E00", Purple = "#CC79A7";

    private static readonly string[] Order = [Blue, Vermillion, Green, Orange, Sky, Purple, Black, Yellow];

    /// <summary>A method, a draft setting or an area keeps its colour in every picture of the course.</summary>
    private static readonly Dictionary<string, string> Fixed = new()
    {
        ["Medusa"] = Sky,
        ["Hydra"] = Green,
        ["EAGLE-3"] = Blue,
        ["Re-SpS"] = Vermillion,
        ["FactPrompt"] = Sky,
        ["EditCoT"] = Green,
        ["IKE"] = Blue,
        ["DR-IKE"] = Vermillion,
        ["3-1-4"] = Sky,
        ["5-1-6"] = Vermillion,
        ["5-3-6"] = Orange,
        ["7-1-8"] = Blue,
        ["7-4-8"] = Purple,
        ["LLaMA 3.1-8B"] = Orange,
        ["Vicuna-13B"] = Purple,
        ["LLaMA 3.3-70B"] = Black,
        ["English"] = Blue,
        ["Code"] = Vermillion,
        ["Maths"] = Green,
        ["Chinese"] = Purple,
    };

    /// <summary>The colour of a name; a name without a fixed colour gets the one of its position.</summary>
    public static string HexOf(string name, int position = 0) =>
        Fixed.TryGetValue(name, out var color) ? color : Order[position % Order.Length];

    /// <summary>The same as a Plotly colour.</summary>
    public static Color Of(string name, int position = 0) => Color.fromHex(HexOf(name, position));
}
