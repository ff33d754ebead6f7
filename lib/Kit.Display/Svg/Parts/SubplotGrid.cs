using System.Text.Json;

namespace Kit.Display.Svg.Parts;

/// <summary>The layout's grid: which part of the figure each axis spans, with plotly's default gaps.</summary>
internal sealed class SubplotGrid
{
    private readonly Dictionary<string, (double From, double To)> _domains = [];

    public SubplotGrid(JsonElement grid)
    {
        if (grid.ValueKind != JsonValueKind.Object)
            return;

        var subplots = grid.Items("subplots");
        var rows = (int)grid.Number("rows", Math.Max(Math.Max(subplots.Length, grid.Items("yaxes").Length), 1), 1, 100);
        var columns = (int)grid.Number("columns", Math.Max(subplots.Length > 0 ? subplots.Max(row => row.ValueKind == JsonValueKind.Array ? row.GetArrayLength() : 0) : grid.Items("xaxes").Length, 1), 1, 100);
        var independent = grid.Text("pattern") == "independent" || subplots.Length > 0;
        var upwards = grid.Text("roworder") == "bottom to top";
        var across = Split(grid.Items("domain.x"), columns, grid.Number("xgap", independent ? 0.2 : 0.1, 0, 0.99));
        var down = Split(grid.Items("domain.y"), rows, grid.Number("ygap", independent ? 0.3 : 0.1, 0, 0.99));
        for (var row = 0; row < rows; row++)
        {
            var vertical = upwards ? down[row] : down[rows - 1 - row];
            for (var column = 0; column < columns; column++)
            {
                var number = independent ? row * columns + column + 1 : 0;
                var (x, y) = independent
                    ? (Id('x', number), Id('y', number))
                    : (Named(grid, "xaxes", column) ?? Id('x', column + 1), Named(grid, "yaxes", row) ?? Id('y', row + 1));
                if (subplots.Length > row && subplots[row].ValueKind == JsonValueKind.Array && column < subplots[row].GetArrayLength())
                {
                    var pair = subplots[row][column].AsText() ?? "";
                    var split = pair.IndexOf('y');
                    if (split <= 0)
                        continue;
                    (x, y) = (pair[..split], pair[split..]);
                }

                _domains.TryAdd(x, across[column]);
                _domains.TryAdd(y, vertical);
            }
        }
    }

    public (double From, double To) Domain(string axis) => _domains.GetValueOrDefault(axis, (0, 1));

    private static string Id(char letter, int number) => number == 1 ? letter.ToString() : $"{letter}{number}";

    private static string? Named(JsonElement grid, string list, int i) => grid.Items(list) is { } names && i < names.Length ? names[i].AsText() : null;

    private static (double From, double To)[] Split(JsonElement[] domain, int count, double gap)
    {
        var (from, to) = domain.Length == 2 && domain[0].AsNumber() is >= 0 and var a && domain[1].AsNumber() is <= 1 and var b && b > a ? (a, b) : (0, 1);
        var step = (to - from) / (count - gap);
        return [.. Enumerable.Range(0, count).Select(i => (from + i * step, Math.Min(from + i * step + step * (1 - gap), to)))];
    }
}
