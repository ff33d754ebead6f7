using System.Text.RegularExpressions;

namespace Standins.Tests.PublicApi;

/// <summary>The printed signatures of a real package, and whether they have room for a line of ours.</summary>
internal sealed partial class ReferenceListing(IEnumerable<string> lines)
{
    private readonly HashSet<string> _lines = [.. lines];

    private readonly ILookup<string, string> _byType = lines.ToLookup(line => line.Split('\t')[0], line => line.Split('\t')[1]);

    public bool Has(string line)
    {
        if (_lines.Contains(line))
            return true;
        var (type, signature) = line.Split('\t') is [var t, var s] ? (t, s) : (line, "");
        if (signature.Contains(" override ", StringComparison.Ordinal))
            return IsInherited(type, signature);
        return signature.StartsWith("## ", StringComparison.Ordinal)
            && _byType[type].FirstOrDefault(s => s.StartsWith("## ", StringComparison.Ordinal)) is { } declared
            && Fits(Parse(signature), Parse(declared), _byType[type]);
    }

    /// <summary>A type may override what it inherits where the real one does not: its users cannot tell.</summary>
    private bool IsInherited(string type, string signature)
    {
        if (signature is "public override string ToString()" or "public override bool Equals(object? obj)" or "public override int GetHashCode()")
            return true;
        var inherited = signature.Replace(" override ", " ", StringComparison.Ordinal);
        var seen = new HashSet<string> { type };
        for (var bases = Bases(type); bases.Count > 0; bases = [.. bases.SelectMany(Bases).Where(seen.Add)])
            if (bases.SelectMany(b => _byType[b]).Any(s => Overridable().Replace(s, " ") == inherited && s != inherited))
                return true;
        return false;
    }

    /// <summary>The listed types that may be the base class: headers name it without namespace and with its arguments.</summary>
    private List<string> Bases(string type)
    {
        var header = _byType[type].FirstOrDefault(s => s.StartsWith("## ", StringComparison.Ordinal));
        var name = header is null ? null : Parse(header).Bases.FirstOrDefault(b => b.StartsWith("class ", StringComparison.Ordinal))?[6..].Split('<')[0];
        return name is null ? [] : [.. _byType.Select(g => g.Key).Where(t => t != type && ("." + t.Split('<')[0]).EndsWith("." + name, StringComparison.Ordinal))];
    }

    /// <summary>
    /// A subset may leave out interfaces, and a class without instances (F# has no word for it) is a static one in C#;
    /// the kind of type, its base class and its constraints are the real ones.
    /// </summary>
    private static bool Fits(Header ours, Header real, IEnumerable<string> realMembers)
    {
        var kind = ours.Kind == real.Kind
            || (ours.Kind == "static class" && real.Kind == "class" && realMembers.All(IsStaticMember));
        return kind && (ours.Constraints.SetEquals(real.Constraints) || !TellsConstraints(real)) && ours.Bases.All(real.Bases.Contains)
            && real.Bases.Where(b => b.StartsWith("class ", StringComparison.Ordinal)).All(ours.Bases.Contains);
    }

    private static bool IsStaticMember(string signature) =>
        signature.StartsWith("## ", StringComparison.Ordinal) || signature.StartsWith("public static ", StringComparison.Ordinal);

    /// <summary>The constraints of a type stand behind its generic bases; the listing of a type without such a base does not tell them.</summary>
    private static bool TellsConstraints(Header real) => real.Constraints.Count > 0 || real.Bases.Any(b => b.Contains('<', StringComparison.Ordinal));

    /// <summary>Constraints stand at the end of the line, or behind every base that has the type's own parameters.</summary>
    private static Header Parse(string signature)
    {
        var constraints = new HashSet<string>();
        var head = Constraint().Replace(signature, match =>
        {
            constraints.Add(match.Value);
            return "";
        });
        var (kind, bases) = head[3..].Split(" : ", 2) is [var k, var b] ? (k, b) : (head[3..], "");
        return new Header(kind, SplitBases(bases), constraints);
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

    [GeneratedRegex(" (virtual|abstract|override) ")]
    private static partial Regex Overridable();

    [GeneratedRegex(@" where \w+ : .*?(?=, interface |, class | where |$)")]
    private static partial Regex Constraint();

    private sealed record Header(string Kind, HashSet<string> Bases, HashSet<string> Constraints);
}
