using Deedle.Core;

namespace Deedle;

public interface ISeries<K>
{
    internal Keys<K> KeyIndex { get; }

    internal Column Column { get; }

    OptionalValue<object> TryGetObject(K value);
}
