namespace Deedle.Core;

internal static class Keys
{
    public static Keys<int> Ordinal(int count) => new(Enumerable.Range(0, count));

    /// <summary>A message that names what was asked for and what there is, the most similar first.</summary>
    public static KeyNotFoundException NotFound<K>(string kind, K key, IEnumerable<K> available)
    {
        const int Shown = 10;
        var text = Text(key);
        var all = available.Select(Text).ToList();
        var near = all.Select(name => (name, Distance: Distance(text.ToUpperInvariant(), name.ToUpperInvariant())))
            .Where(n => n.Distance <= Math.Max(1, text.Length / 3)).OrderBy(n => n.Distance).Select(n => n.name).FirstOrDefault();
        var list = string.Join(", ", all.Take(Shown)) + (all.Count > Shown ? $", ... ({all.Count} in all)" : "");
        return new KeyNotFoundException(
            $"There is no {kind} '{text}'.{(near is null ? "" : $" Did you mean '{near}'?")} There {(all.Count == 0 ? "are none" : $"is {list}")}.");
    }

    public static string Text<K>(K key) => key switch
    {
        null => "<null>",
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("d"),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss"),
        _ => key.ToString(),
    };

    /// <summary>Insertions, deletions and replacements between two words.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
