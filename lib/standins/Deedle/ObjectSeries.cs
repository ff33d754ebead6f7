using Deedle.Core;

namespace Deedle;

/// <summary>A row, or a column whose type is left open.</summary>
public class ObjectSeries<K> : Series<K, object>
{
    private readonly Column _typed;

    public ObjectSeries(Series<K, object> series)
        : this(series.Index, ((ISeries<K>)series).Column)
    {
    }

    internal ObjectSeries(Keys<K> index, Column column)
        : base(index, column as Column<object> ?? Column<object>.Sparse(column.Objects.Select(o => o is null ? default : new OptionalValue<object>(o)))) =>
        _typed = column;

    private protected override Column TypedColumn => _typed;

    public R GetAs<R>(K column) => Conversion.To<R>(Get(column));

    public R GetAs<R>(K column, R fallback) =>
        Index.Locate(column, "key") is var at && Vector.Has(at) ? Conversion.To<R>(Vector[at].Value) : fallback;

    public R GetAtAs<R>(int index) => GetAtAs<R>(index, ConversionKind.Flexible);

    public R GetAtAs<R>(int index, ConversionKind conversionKind) => Conversion.To<R>(GetAt(index), conversionKind);

    public OptionalValue<R> TryGetAs<R>(K column) => TryGetAs<R>(column, ConversionKind.Flexible);

    public OptionalValue<R> TryGetAs<R>(K column, ConversionKind conversionKind) =>
        TryGet(column) is { HasValue: true } found ? new(Conversion.To<R>(found.Value, conversionKind)) : default;

    public IEnumerable<R> GetValues<R>() => GetValues<R>(ConversionKind.Safe);

    public IEnumerable<R> GetValues<R>(ConversionKind conversionKind)
    {
        foreach (var value in Values)
        {
            if (Conversion.TryTo<R>(value, conversionKind, out var converted))
                yield return converted;
        }
    }

    public OptionalValue<Series<K, R>> TryAs<R>() => TryAs<R>(ConversionKind.Safe);

    public OptionalValue<Series<K, R>> TryAs<R>(ConversionKind conversionKind) =>
        _typed.TryConvert<R>(conversionKind, out var converted) ? new(new Series<K, R>(Index, converted)) : default;

    public Series<K, R> As<R>() => new(Index, _typed.Convert<R>(ConversionKind.Flexible, i => $"Key '{Core.Keys.Text(Index[i])}'"));
}
