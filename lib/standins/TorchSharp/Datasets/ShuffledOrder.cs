using System.Collections;

namespace TorchSharp;

/// <summary>
/// Items in random order: with a seed the same one in every pass, as in the package; without one, torch's own random stream gives each
/// pass its order, so <c>torch.manual_seed</c> makes a whole run repeatable.
/// </summary>
internal sealed class ShuffledOrder(long count, int? seed) : IEnumerable<long>
{
    public IEnumerator<long> GetEnumerator()
    {
        using var generator = seed is { } s ? new torch.Generator((ulong)s) : null;
        using var order = torch.randperm(count, dtype: torch.ScalarType.Int64, generator: generator);
        return ((IEnumerable<long>)order.data<long>().ToArray()).GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
