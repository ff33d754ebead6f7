using Deedle;

namespace Standins.Tests.Deedle;

public class SeriesTests
{
    private static readonly Series<string, double> Letters = Sample.Numbers(("a", 1), ("b", double.NaN), ("c", 4));

    [Fact]
    public void NaN_is_missing()
    {
        Assert.Equal(3, Letters.KeyCount);
        Assert.Equal(2, Letters.ValueCount);
        Assert.Equal([1.0, 4.0], Letters.Values);
        Assert.False(Letters.TryGet("b").HasValue);
        Assert.Equal("<missing>", Letters.TryGet("b").ToString());
    }

    [Fact]
    public void A_missing_value_and_a_missing_key_are_different_errors()
    {
        var missing = Assert.Throws<MissingValueException>(() => Letters["b"]);
        Assert.Equal("b", missing.Key);
        Assert.Contains("'b'", missing.Message, StringComparison.Ordinal);
        var absent = Assert.Throws<KeyNotFoundException>(() => Letters["d"]);
        Assert.Contains("There is no key 'd'", absent.Message, StringComparison.Ordinal);
        Assert.Contains("a, b, c", absent.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_must_be_unique_and_present()
    {
        Assert.Contains("'x' occurs twice, at positions 0 and 2", Assert.Throws<ArgumentException>(
            () => new Series<string, int>(["x", "y", "x"], [1, 2, 3])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Series<string, int>(["x", null!], [1, 2]));
        Assert.Throws<ArgumentException>(() => new Series<string, int>(["x"], [1, 2]));
    }

    [Fact]
    public void Where_and_Select_see_only_what_is_there()
    {
        Assert.Equal(["c"], Letters.Where(kvp => kvp.Value > 2).Keys);
        Assert.Equal(["a", "c"], Letters.Where(kvp => kvp.Value > 0).Keys);
        Assert.Equal([2.0, 8.0], Letters.Select(kvp => kvp.Value * 2).Values);
        Assert.Equal(["a", "b", "c"], Letters.Select(kvp => kvp.Value * 2).Keys);
        Assert.Equal(["A", "B", "C"], Letters.SelectKeys(kvp => kvp.Key.ToUpperInvariant()).Keys);
        Assert.Equal([1.0, 0.0, 4.0], Letters.SelectOptional(kvp => new OptionalValue<double>(kvp.Value.OrDefault(0))).Values);
    }

    [Fact]
    public void Inexact_lookups_find_the_neighbour_that_has_a_value()
    {
        var series = new Series<int, double>([10, 20, 30], [1, double.NaN, 3]);
        Assert.Equal(1, series.Get(25, Lookup.ExactOrSmaller)); // the value at 20 is missing
        Assert.Equal(3, series.Get(15, Lookup.ExactOrGreater));
        Assert.Equal(1, series.Get(10, Lookup.ExactOrGreater));
        Assert.Equal(3, series.Get(10, Lookup.Greater));
        Assert.False(series.TryGet(10, Lookup.Smaller).HasValue);
        Assert.Throws<KeyNotFoundException>(() => series.Get(5, Lookup.ExactOrSmaller));
        Assert.Throws<InvalidOperationException>(() => series.Reversed.Get(25, Lookup.ExactOrSmaller));
    }

    [Fact]
    public void Ranges_of_ordered_keys()
    {
        var series = new Series<int, int>([1, 2, 3, 4], [10, 20, 30, 40]);
        Assert.Equal([20, 30], series.Between(2, 3).Values);
        Assert.Equal([30, 40], series.After(2).Values);
        Assert.Equal([10], series.Before(2).Values);
        Assert.Equal([20, 30, 40], series.StartAt(2).Values);
        Assert.Equal([10, 20], series.EndAt(2).Values);
        Assert.Equal(Tuple.Create(1, 4), series.KeyRange);
    }

    [Fact]
    public void Arithmetic_aligns_by_key()
    {
        var other = Sample.Numbers(("c", 10), ("a", 1), ("d", 5));
        var sum = Letters + other;
        Assert.Equal(["a", "b", "c", "d"], sum.Keys);
        Assert.Equal([2.0, 14.0], sum.Values);
        Assert.Equal([-1.0, -4.0], (-Letters).Values);
        Assert.Equal([3.0, 9.0], ((2 * Letters) + 1).Values);
        Assert.Equal([0.5, 2.0], (Letters / 2).Values);
        Assert.Equal([4.0, 1.0], (4 / Letters).Values);
        Assert.Equal([2, 3], (new Series<int, int>([0, 1], [1, 2]) + 1).Values);
        var words = new[] { "a", "b" }.ToOrdinalSeries();
        Assert.Equal(["aa", "bb"], (words + words).Values);
        Assert.Equal([0.0, Math.Log(4)], Series<string, double>.Log(Letters).Values);
    }

    [Fact]
    public void Sorting_puts_missing_values_first_and_keeps_ties_in_order()
    {
        var series = Sample.Numbers(("p", 2), ("q", 1), ("r", double.NaN), ("s", 1));
        Assert.Equal(["r", "q", "s", "p"], series.Sort().Keys);
        Assert.Equal(["r", "p", "q", "s"], series.SortBy(v => -v).Keys);
        Assert.Equal(["p", "q", "r", "s"], series.Sort().SortByKey().Keys);
        Assert.Equal(["B", "a", "b"], new[] { "b", "B", "a" }.ToOrdinalSeries().Sort().Values);
    }

    [Fact]
    public void Missing_values_are_filled_dropped_or_taken_from_a_neighbour()
    {
        var series = Sample.Numbers(("a", double.NaN), ("b", 2), ("c", double.NaN));
        Assert.Equal([0.0, 2.0, 0.0], series.FillMissing(0.0).Values);
        Assert.Equal([2.0, 2.0], series.FillMissing(Direction.Forward).Values);
        Assert.Equal(["a", "b"], series.FillMissing(Direction.Backward).DropMissing().Keys);
        Assert.Equal(["b"], series.DropMissing().Keys);
        Assert.Equal([97.0, 2.0, 99.0], series.FillMissing(key => (double)key[0]).Values);
    }

    [Fact]
    public void Groups_come_in_order_of_appearance()
    {
        var groups = new[] { 5, 2, 7, 4 }.ToOrdinalSeries().GroupBy(kvp => kvp.Value % 2 == 0 ? "even" : "odd");
        Assert.Equal(["odd", "even"], groups.Keys);
        Assert.Equal([5, 7], groups["odd"].Values);
        Assert.Equal([1, 3], groups["even"].Keys);
    }

    [Fact]
    public void Levels_of_a_key_are_aggregated()
    {
        var series = new Series<Tuple<string, int>, double>(
            [Tuple.Create("x", 1), Tuple.Create("y", 1), Tuple.Create("x", 2)], [1, 5, 3]);
        Assert.Equal([2.0, 5.0], series.MeanLevel(key => key.Item1).Values);
        Assert.Equal([6.0, 3.0], series.SumLevel(key => key.Item2).Values);
        Assert.Equal([3.0, 5.0], series.MaxLevel(key => key.Item1).Values);
        Assert.Equal([1.0, 5.0], series.MinLevel(key => key.Item1).Values);
        Assert.Equal([Math.Sqrt(2)], SeriesStatsExtensions.StdDevLevel(series, key => key.Item1).Values);
    }

    [Fact]
    public void Merging_needs_to_know_whom_to_prefer()
    {
        var other = Sample.Numbers(("b", 2), ("c", 9), ("d", 5));
        Assert.Equal([1.0, 2.0, 4.0, 5.0], Letters.Merge(other, UnionBehavior.PreferLeft).Values);
        Assert.Equal([1.0, 2.0, 9.0, 5.0], Letters.Merge(other, UnionBehavior.PreferRight).Values);
        Assert.Contains("'c'", Assert.Throws<InvalidOperationException>(() => Letters.Merge(other)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Zips_join_keys_as_asked()
    {
        var left = Sample.Numbers(("a", 1), ("b", 2));
        var right = Sample.Numbers(("b", 20), ("c", 30));
        Assert.Equal(["a", "b", "c"], left.Zip(right).Keys);
        Assert.Equal(["a", "b"], left.Zip(right, JoinKind.Left).Keys);
        Assert.Equal(["b", "c"], left.Zip(right, JoinKind.Right).Keys);
        Assert.Equal([Tuple.Create(2.0, 20.0)], left.ZipInner(right).Values);
        Assert.Equal([40.0], left.ZipInto(right, (l, r) => l * r).Values);
        Assert.False(left.Zip(right)["c"].Item1.HasValue);
    }

    [Fact]
    public void Windows_chunks_shifts_and_differences()
    {
        var series = new[] { 1.0, 4.0, 9.0, 16.0, 25.0 }.ToOrdinalSeries();
        Assert.Equal([3.0, 5.0, 7.0, 9.0], series.Diff(1).Values);
        Assert.Equal([1, 2, 3, 4], series.Diff(1).Keys);
        Assert.Equal([2, 3, 4], series.Shift(2).Keys);
        Assert.Equal([1.0, 4.0, 9.0], series.Shift(2).Values);
        Assert.Equal([9.0, 16.0, 25.0], series.Shift(-2).Values);
        Assert.Equal([3.0, 1.25], series.PctChange(1).Values.Take(2));
        Assert.Equal([14.0, 29.0, 50.0], series.WindowInto(3, w => w.Sum()).Values);
        Assert.Equal([2, 3, 4], series.WindowInto(3, w => w.Sum()).Keys);
        Assert.Equal([5.0, 25.0, 25.0], series.ChunkInto(2, c => c.Sum()).Values);
        Assert.Equal([0, 2, 4], series.Chunk(2).Keys);
        Assert.Equal([1.0, 5.0, 14.0], series.ScanValues((sum, v) => sum + v, 0.0).Values.Take(3));
    }

    [Fact]
    public void Series_with_the_same_keys_and_values_are_equal()
    {
        Assert.Equal(Letters, Sample.Numbers(("a", 1), ("b", double.NaN), ("c", 4)));
        Assert.NotEqual(Letters, Sample.Numbers(("a", 1), ("b", 0), ("c", 4)));
        Assert.NotEqual(Letters, Letters.Reversed);
    }

    [Fact]
    public void Builders_take_collection_initialisers()
    {
        var series = new SeriesBuilder<string, int> { { "a", 1 }, { "b", 2 } }.Series;
        Assert.Equal(2, series["b"]);
        var frame = new FrameBuilder.Columns<string, string> { { "n", series } }.Frame;
        Assert.Equal([1, 2], frame.GetColumn<int>("n").Values);
    }

    [Fact]
    public void Places_neighbours_and_observations()
    {
        Assert.Equal("c", Letters.GetKeyAt(2));
        Assert.Equal(4, Letters.GetAt(2));
        Assert.False(Letters.TryGetAt(1).HasValue);
        Assert.Throws<ArgumentOutOfRangeException>(() => Letters.GetAt(3));
        Assert.Equal(("a", "c"), (Letters.FirstKey(), Letters.LastKey()));
        Assert.Equal((1.0, 4.0), (Letters.FirstValue(), Letters.LastValue()));
        Assert.Equal(KeyValue.Create("a", 1.0), Letters.GetObservation("a"));
        Assert.Equal(KeyValue.Create("a", 1.0), Letters.GetObservation("b", Lookup.ExactOrSmaller));
        Assert.False(Letters.TryGetObservation("z").HasValue);
        Assert.False(Letters.TryGetObservation("b").Value.Value.HasValue);
        Assert.True(Letters.ContainsKey("b"));
        Assert.Equal(["c", "z"], Letters[["c", "z"]].Keys);
        Assert.Equal([4.0], Letters.Realign(["c", "z"]).Values);
        Assert.Equal([1.0, 1.0], Letters.GetItems(["a", "b"], Lookup.ExactOrSmaller).Values);
        Assert.Equal([0, 1, 2], Letters.IndexOrdinally().Keys);
        Assert.Equal([3, 2, 1], Letters.IndexWith([3, 2, 1]).Keys);
        Assert.True(Letters.IsOrdered && !Letters.Reversed.IsOrdered);
        Assert.Equal([1, 0, 4], Letters.GetAllValues().Select(v => v.OrDefault(0)));
        Assert.Equal([1.0, null, 4.0], Letters.GetAllObservations().Select(o => o.Value.AsNullable()));
        Assert.Equal(2, Letters.GetObservations().Count());
    }

    [Fact]
    public void Values_are_replaced_and_paired()
    {
        Assert.Equal([9.0, 4.0], Letters.Replace("a", 9).Values);
        Assert.Equal([1.0, 7.0], Letters.ReplaceValue(4, 7).Values);
        Assert.Equal([Tuple.Create(1, 2), Tuple.Create(2, 3)], new[] { 1, 2, 3 }.ToOrdinalSeries().Pairwise().Values);
        Assert.Equal([1, 2], new[] { 1, 2, 3 }.ToOrdinalSeries().Pairwise().Keys);
        var sparse = new[] { KeyValue.Create("a", OptionalValue.Create(1)), KeyValue.Create("b", OptionalValue.Empty<int>()) }.ToSparseSeries();
        Assert.Equal([1], sparse.Values);
        Assert.Equal(2, sparse.KeyCount);
        Assert.Equal([5], new[] { OptionalValue.OfNullable<int>(5), OptionalValue.OfNullable<int>(null) }.ToOrdinalSeries().Flatten().Values);
        Assert.Equal([3, 7], new[] { 1, 3 }.ToOrdinalSeries().ZipAlignInto(
            new[] { 2, 4 }.ToOrdinalSeries(), (l, r) => new OptionalValue<int>(l.Value + r.Value), JoinKind.Inner, Lookup.Exact).Values);
        Assert.Equal([1, 2, 3], new Series<int, int>([1], [1]).Merge(new Series<int, int>([3], [3]), new Series<int, int>([2], [2])).Values);
    }

    [Fact]
    public void A_missing_optional_value_has_no_value_to_give()
    {
        Assert.Throws<InvalidOperationException>(() => OptionalValue<int>.Missing.Value);
        Assert.Equal(new OptionalValue<string>("x"), OptionalValue.Create("x"));
        Assert.Equal(new OptionalValue<string>("x").GetHashCode(), OptionalValue.Create("x").GetHashCode());
        Assert.NotEqual(OptionalValue<int>.Missing, new OptionalValue<int>(0));
        Assert.Equal(0, OptionalValue<int>.Missing.ValueOrDefault);
    }
}
