namespace DynamicObj;

/// <summary>A JSON object: its members under their plotly.js names, in the order in which they were first set.</summary>
public class DynamicObj
{
    internal OrderedDictionary<string, object> Members { get; } = [];

    /// <summary>The member of that name and type, or null.</summary>
    internal T? Get<T>(string name) where T : class => Members.GetValueOrDefault(name) as T;

    internal object[] Items(string name) => Get<object[]>(name) ?? [];

    /// <summary>Takes over the members of another object; where both have an object of a name, these are merged in turn.</summary>
    internal void Merge(DynamicObj other)
    {
        foreach (var (name, value) in other.Members)
        {
            if (value is DynamicObj theirs && Get<DynamicObj>(name) is { } ours && ours != theirs)
                ours.Merge(theirs);
            else
                Members[name] = value;
        }
    }
}
