using System.Collections;

namespace TorchSharp;

/// <summary>Items in their own order.</summary>
internal sealed class SequentialOrder(long count) : IEnumerable<long>
{
    public IEnumerator<long> GetEnumerator()
    {
        for (var i = 0L; i < count; i++)
            yield return i;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
