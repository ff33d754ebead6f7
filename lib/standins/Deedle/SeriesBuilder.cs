namespace Deedle;

public class SeriesBuilder<K> : SeriesBuilder<K, object>;
