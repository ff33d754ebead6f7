using System.Collections;

namespace Deedle;

public class SeriesBuilder<K, V> : IEnumerable<KeyValuePair<K, V>>
{
    private readonly List<KeyValuePair<K, V>> _observations = [];

    public Series<K, V> Series => new(_observations);

    public void Add(K key, V value) => _observations.Add(new(key, value));

    IEnumerator<KeyValuePair<K, V>> IEnumerable<KeyValuePair<K, V>>.GetEnumerator() => _observations.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _observations.GetEnumerator();
}
