using System.Text.Json;
using Kit.Display.Files;

namespace Kit.Cli.Running;

/// <summary>How long each cell took the last time on this machine, which is what the time left is estimated by.</summary>
/// <remarks>Kept in an ignored file; a notebook's stored outputs never hold a time.</remarks>
public sealed class CellTimings
{
    private readonly string _file;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Dictionary<string, double>> _seconds;

    /// <summary>Reads the file; one that is missing or spoilt counts as empty, since it only serves an estimate.</summary>
    public CellTimings(string file)
    {
        _file = file;
        try
        {
            _seconds = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, double>>>(File.ReadAllText(file)) ?? [];
        }
        catch (Exception exception) when (exception is IOException or JsonException or UnauthorizedAccessException)
        {
            _seconds = [];
        }
    }

    /// <summary>Seconds by cell id, or null where the notebook never ran here.</summary>
    public IReadOnlyDictionary<string, double>? Of(string notebook)
    {
        lock (_lock)
        {
            return _seconds.GetValueOrDefault(notebook);
        }
    }

    /// <summary>Keeps the seconds of a run.</summary>
    public void Keep(string notebook, IEnumerable<(string Cell, double Seconds)> cells)
    {
        lock (_lock)
        {
            _seconds[notebook] = cells.DistinctBy(cell => cell.Cell).ToDictionary(cell => cell.Cell, cell => Math.Round(cell.Seconds, 3));
            Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
            AtomicFile.Write(_file, JsonSerializer.SerializeToUtf8Bytes(_seconds));
        }
    }
}
