namespace Standins.Tests.PublicApi;

/// <summary>The printed signatures of a real package, and whether they have room for a line of ours.</summary>
internal sealed class ReferenceListing(IEnumerable<string> lines)
{
    private readonly HashSet<string> _lines = [.. lines];

    private readonly ILookup<string, string> _byType = lines.ToLookup(line => line.Split('\t')[0], line => line.Split('\t')[1]);

    public bool Has(string line)
    {
        if (_lines.Contains(line))
            return true;
        var (type, signature) = line.Split('\t') is [var t, var s] ? (t, s) : (line, "");
        return signature.StartsWith("## ", StringComparison.Ordinal)
            && _byType[type].FirstOrDefault(s => s.StartsWith("## ", StringComparison.Ordinal)) is { } declared
            && Fits(Parse(signature), Parse(declared), _byType[type]);
    }

    /// <summary>
    /// A subset may leave out interfaces, and a class without instances (F# has no word for it) is a static one in C#;
    /// the kind of type, its base class and its constraints are the real ones.
    /// </summary>
    private static bool Fits(Header ours, Header real, IEnumerable<string> realMembers)
    {
        var kind = ours.Kind == real.Kind
            || (ours.Kind == "static class" && real.Kind == "class" && realMembers.All(IsStaticMember));
        return kind && ours.Constraints == real.Constraints && ours.Bases.All(real.Bases.Contains)
            && real.Bases.Where(b => b.StartsWith("class ", StringComparison.Ordinal)).All(ours.Bases.Contains);
    }

    private static bool IsStaticMember(string signature) =>
        signature.StartsWith("## ", StringComparison.Ordinal) || signature.StartsWith("public static ", StringComparison.Ordinal);

    private static Header Parse(string signature)
    {
        var constraints = signature.IndexOf(" where ", StringComparison.Ordinal);
        var head = constraints < 0 ? signature : signature[..constraints];
        var (kind, bases) = head[3..].Split(" : ", 2) is [var k, var b] ? (k, b) : (head[3..], "");
        return new Header(kind, SplitBases(bases), constraints < 0 ? "" : signature[constraints..]);
    }

    private static HashSet<string> SplitBases(string text)
    {
        var parts = new HashSet<string>();
        var (start, depth) = (0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || (text[i] == ',' && depth == 0))
            {
                if (text[start..i].Trim() is { Length: > 0 } part)
                    parts.Add(part);
                start = i + 1;
            }
            else
            {
                depth += text[i] switch { '<' or '(' => 1, '>' or ')' => -1, _ => 0 };
            }
        }

        return parts;
    }

    private sealed record Header(string Kind, HashSet<string> Bases, string Constraints);
}
