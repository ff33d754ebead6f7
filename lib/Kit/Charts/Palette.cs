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

        // Beside one other series only, in a picture that is stored with this colour.
        ["best fixed setting in hindsight"] = Vermillion,
    };

    /// <summary>
    /// The bandit methods, whatever their names go on to say: "UCB" is also the colour of "UCB, c = 2". Eight colours are not
    /// enough for them all: UCB1 is UCB with its constant chosen and has its colour, the linear forms are darker shades of what
    /// they extend, and some variants are dashed.
    /// </summary>
    private static readonly Dictionary<string, (string Color, StyleParam.DrawingStyle? Dash)> Methods = new()
    {
        ["random"] = ("#A6A6A6", null),
        ["greedy"] = ("#7F7F7F", null),
        ["ε-greedy"] = (Blue, null),
        ["ε = 0.1"] = (Blue, null),
        ["ε = 0.01"] = (Sky, null),
        ["ε decaying"] = (Blue, StyleParam.DrawingStyle.Dash),
        ["optimistic"] = (Orange, null),
        ["UCB"] = (Vermillion, null),
        ["UCB1"] = (Vermillion, null),
        ["KL-UCB"] = (Purple, null),
        ["LinUCB"] = ("#8A3A00", null),
        ["Thompson"] = (Green, null),
        ["linear Thompson"] = ("#00573F", null),
        ["gradient"] = ("#7A6A00", null),
        ["gradient α = 0.1"] = ("#7A6A00", null),
        ["gradient α = 0.4"] = ("#7A6A00", StyleParam.DrawingStyle.Dash),
        ["gradient α = 0.1, no baseline"] = ("#C2A21A", null),
        ["gradient α = 0.4, no baseline"] = ("#C2A21A", StyleParam.DrawingStyle.Dash),
        ["EXP3"] = ("#8C564B", null),
        ["best fixed"] = (Quiet, null),
        ["oracle"] = (Black, null),
        ["Lai–Robbins"] = (Black, StyleParam.DrawingStyle.Dash),
    };

    /// <summary>The colour of a name; a name without a fixed colour gets the one of its position.</summary>
    public static string HexOf(string name, int position = 0) =>
        Fixed.TryGetValue(name, out var color) ? color : MethodOf(name)?.Color ?? Order[position % Order.Length];

    /// <summary>How the line of a name is drawn where its colour alone does not tell it from its relatives; null for a solid line.</summary>
    public static StyleParam.DrawingStyle? DashOf(string name) => MethodOf(name)?.Dash;

    /// <summary>The same as a Plotly colour.</summary>
    public static Color Of(string name, int position = 0) => Color.fromHex(HexOf(name, position));

    /// <summary>The longest method that the name begins with, as whole words and numbers.</summary>
    private static (string Color, StyleParam.DrawingStyle? Dash)? MethodOf(string name)
    {
        var method = Methods.Keys.Where(key => name.StartsWith(key, StringComparison.Ordinal)
            && (name.Length == key.Length || !(char.IsLetterOrDigit(name[key.Length]) || name[key.Length] is '.' or '-'))).MaxBy(key => key.Length);
        return method is null ? null : Methods[method];
    }
}
