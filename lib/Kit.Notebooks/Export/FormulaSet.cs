using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Kit.Notebooks.Format;

namespace Kit.Notebooks.Export;

/// <summary>The formulas of a site: collected while pages are made, rendered in one go, put in their places.</summary>
internal sealed partial class FormulaSet
{
    private readonly Dictionary<(string Tex, bool Display), int> _numbers = [];
    private readonly List<(string Tex, bool Display)> _formulas = [];
    private readonly List<string> _places = [];
    private IReadOnlyList<(string? Html, string? Error)> _rendered = [];

    public int Count => _formulas.Count;

    /// <summary>A mark that stands for the formula until it is rendered; private-use characters, which no sanitiser touches.</summary>
    public string Add(string tex, bool display, string place)
    {
        var key = (tex.Trim(), display);
        if (!_numbers.TryGetValue(key, out var number))
        {
            _numbers[key] = number = _formulas.Count;
            _formulas.Add(key);
            _places.Add(place);
        }

        return string.Create(CultureInfo.InvariantCulture, $"\uE000{number}\uE001");
    }

    /// <exception cref="NotebookFormatException">a formula that KaTeX refuses; names notebook and cell</exception>
    public void Render(FormulaRenderer renderer)
    {
        _rendered = renderer.Render(_formulas);
        for (var number = 0; number < _rendered.Count; number++)
        {
            if (_rendered[number].Error is { } error)
            {
                throw new NotebookFormatException($"{_places[number]}: the formula {_formulas[number].Tex} cannot be rendered: {error}");
            }
        }
    }

    /// <summary>The formulas as their TeX source, where nothing can render them.</summary>
    public void ShowSource() =>
        _rendered = [.. _formulas.Select(formula => ((string?)$"<code class=\"tex\">{WebUtility.HtmlEncode(formula.Tex)}</code>", (string?)null))];

    public string Insert(string page) => Mark().Replace(page, mark =>
        int.TryParse(mark.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var number) && number < _rendered.Count ? _rendered[number].Html! : "");

    /// <summary>For places that hold text only (a page's title): the formulas as TeX.</summary>
    public string InsertTex(string text) => Mark().Replace(text, mark =>
        int.TryParse(mark.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var number) && number < _formulas.Count ? _formulas[number].Tex : "");

    [GeneratedRegex("\uE000([0-9]{1,9})\uE001")]
    private static partial Regex Mark();
}
