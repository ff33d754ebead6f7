using System.Collections;

namespace Kit.Display.Formatting;

/// <summary>Rows of records as a table.</summary>
internal sealed class TableText
{
    private readonly List<string> _columns = [];
    private readonly List<string[]> _rows = [];
    private readonly List<bool> _isNumber = [];
    private readonly string _rest;

    private TableText(List<object> items, string rest, bool asPairs)
    {
        _rest = rest;
        var getters = new List<Dictionary<string, Func<object, object?>>>();
        foreach (var item in items)
        {
            var members = asPairs && item is DictionaryEntry
                ? [("Key", entry => ((DictionaryEntry)entry).Key), ("Value", entry => ((DictionaryEntry)entry).Value)]
                : Members.AreShown(item.GetType()) ? Members.Of(item.GetType()) : [("Value", value => value)];
            getters.Add(members.ToDictionary(member => member.Name, member => member.Get));
            _columns.AddRange(members.Select(member => member.Name).Where(name => !_columns.Contains(name)));
        }

        _isNumber.AddRange(_columns.Select(_ => true));
        for (var i = 0; i < items.Count; i++)
        {
            var row = new string[_columns.Count];
            for (var column = 0; column < row.Length; column++)
            {
                row[column] = "";
                if (!getters[i].TryGetValue(_columns[column], out var get))
                    continue;
                object? cell = null;
                row[column] = ValueText.Guarded(() => cell = get(items[i]), 0);
                _isNumber[column] &= cell is null or sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal or System.Numerics.BigInteger;
            }

            _rows.Add(row);
        }
    }

    /// <summary>A table of the first rows; null where the sequence is empty or does not consist of rows.</summary>
    public static TableText? Of(IEnumerable sequence, int most, bool force = false)
    {
        var items = new List<object>();
        var more = false;
        foreach (var item in sequence)
        {
            if (item is null || !force && item is not DictionaryEntry && !Members.AreShown(item.GetType()))
                return null;
            if (items.Count == most)
            {
                more = true;
                break;
            }

            items.Add(item);
        }

        if (items.Count == 0)
            return null;
        var count = (sequence as ICollection)?.Count ?? (sequence.GetType().GetProperty("Count") is { } property && property.PropertyType == typeof(int) ? (int)property.GetValue(sequence)! : (int?)null);
        return new TableText(items, !more ? "" : count is { } all ? $"… {all - most} more" : "… more", sequence is IDictionary);
    }

    /// <summary>The table as a cell shows it.</summary>
    public MimeBundle Bundle() => TableBundle.Create(
        _columns, [.. _columns.Select((_, column) => _rows.Select(row => row[column]).ToArray())], _isNumber, note: _rest.Length > 0 ? _rest : null);
}
