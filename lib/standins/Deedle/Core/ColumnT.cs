namespace Deedle.Core;

internal sealed class Column<T> : Column
{
    private readonly Func<int, T> _value;
    private readonly bool[] _present; // null: every value is present

    private Column(int count, Func<int, T> value, bool[] present)
    {
        Count = count;
        _value = value;
        _present = present;
    }

    public override int Count { get; }

    public override Type ElementType => typeof(T);

    public IEnumerable<OptionalValue<T>> All => Enumerable.Range(0, Count).Select(i => this[i]);

    public OptionalValue<T> this[int index] => Has(index) ? new OptionalValue<T>(_value(index)) : default;

    public static Column<T> Of(T[] values)
    {
        var present = Missing.IsPossible<T>() && values.Any(Missing.Is) ? Array.ConvertAll(values, v => !Missing.Is(v)) : null;
        return new Column<T>(values.Length, i => values[i], present);
    }

    public static Column<T> Sparse(IEnumerable<OptionalValue<T>> values)
    {
        var all = values.ToArray();
        var plain = Array.ConvertAll(all, v => v.ValueOrDefault);
        var isPresent = Array.ConvertAll(all, v => v.HasValue && !Missing.Is(v.Value));
        return new Column<T>(plain.Length, i => plain[i], Array.TrueForAll(isPresent, p => p) ? null : isPresent);
    }

    /// <summary>Values that are made when they are asked for, each time anew.</summary>
    public static Column<T> Lazy(int count, Func<int, T> value) => new(count, value, null);

    public override bool Has(int index) => _present is null || _present[index];

    public override object ObjectAt(int index) => Has(index) ? _value(index) : null;

    public override Column Take(int[] positions) => TakeTyped(positions);

    public Column<T> TakeTyped(int[] positions) =>
        Sparse(positions.Select(p => p < 0 ? default : this[p]));

    public Column<R> Map<R>(Func<int, OptionalValue<T>, OptionalValue<R>> f) =>
        Column<R>.Sparse(Enumerable.Range(0, Count).Select(i => f(i, this[i])));

    public override Column Fill(Direction direction) => FillTyped(direction);

    public override Column Fill(object value) =>
        Conversion.TryTo<T>(value, ConversionKind.Safe, out var typed) ? Map((_, v) => v.HasValue ? v : new OptionalValue<T>(typed)) : this;

    public Column<T> FillTyped(Direction direction)
    {
        var filled = new OptionalValue<T>[Count];
        var last = OptionalValue<T>.Missing;
        for (var k = 0; k < Count; k++)
        {
            var i = direction == Direction.Forward ? k : Count - 1 - k;
            filled[i] = last = Has(i) ? this[i] : last;
        }

        return Sparse(filled);
    }

    public override bool TryConvert<R>(ConversionKind kind, out Column<R> converted)
    {
        converted = this as Column<R>;
        if (converted is not null)
            return true;
        var values = new OptionalValue<R>[Count];
        for (var i = 0; i < Count; i++)
        {
            if (!Has(i))
                continue;
            if (!Conversion.TryTo<R>(_value(i), kind, out var value))
                return false;
            values[i] = new OptionalValue<R>(value);
        }

        converted = Column<R>.Sparse(values);
        return true;
    }

    public override Column<R> Convert<R>(ConversionKind kind, Func<int, string> describe)
    {
        if (TryConvert<R>(kind, out var converted))
            return converted;
        var bad = Enumerable.Range(0, Count).First(i => Has(i) && !Conversion.TryTo<R>(_value(i), kind, out _));
        throw new InvalidCastException($"{describe(bad)}: '{_value(bad)}' ({_value(bad).GetType().Name}) does not convert to {typeof(R).Name}.");
    }
}
