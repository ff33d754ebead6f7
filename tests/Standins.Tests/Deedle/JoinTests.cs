using Deedle;

namespace Standins.Tests.Deedle;

public class JoinTests
{
    private static readonly Frame<string, string> Left = Numbers("l", ("a", 1), ("b", 2));
    private static readonly Frame<string, string> Right = Numbers("r", ("c", 30), ("b", 20));

    [Theory]
    [InlineData(JoinKind.Outer, "a b c", "1 2", "20 30")]
    [InlineData(JoinKind.Inner, "b", "2", "20")]
    [InlineData(JoinKind.Left, "a b", "1 2", "20")]
    [InlineData(JoinKind.Right, "c b", "2", "30 20")]
    public void Rows_are_joined_by_key(JoinKind kind, string keys, string left, string right)
    {
        var joined = Left.Join(Right, kind);
        Assert.Equal(["l", "r"], joined.ColumnKeys);
        Assert.Equal(keys.Split(' ').Order(), joined.RowKeys.Order());
        Assert.Equal(left.Split(' ').Order(), joined["l"].Values.Select(v => v.ToString()).Order());
        Assert.Equal(right.Split(' ').Order(), joined["r"].Values.Select(v => v.ToString()).Order());
        Assert.Equal([2.0, 20.0], joined.GetRow<double>("b").Values);
    }

    [Fact]
    public void A_column_on_both_sides_is_refused_by_name()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Left.Join(Left));
        Assert.Contains("column 'l'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_series_joins_as_a_column()
    {
        var joined = Left.Join("s", Sample.Numbers(("b", 5), ("z", 6)), JoinKind.Left);
        Assert.Equal(["a", "b"], joined.RowKeys);
        Assert.Equal([5.0], joined["s"].Values);
    }

    [Fact]
    public void The_last_value_before_a_key_joins_where_asked()
    {
        var prices = Frame.FromColumns([KeyValue.Create("p", new Series<int, double>([1, 5, 9], [10, 50, 90]))]);
        var trades = Frame.FromColumns([KeyValue.Create("t", new Series<int, double>([4, 5, 12], [1, 2, 3]))]);
        Assert.Equal([10.0, 50, 90], trades.Join(prices, JoinKind.Left, Lookup.ExactOrSmaller)["p"].Values);
        Assert.Throws<InvalidOperationException>(() => trades.Join(prices, JoinKind.Outer, Lookup.ExactOrSmaller));
    }

    [Fact]
    public void Merging_fills_gaps_and_refuses_two_values_for_one_cell()
    {
        var below = Numbers("l", ("c", 3));
        Assert.Equal([1.0, 2, 3], Left.Merge(below)["l"].Values);
        Assert.Equal([1.0, 2, 3], Left.Merge("c", Sample.Numbers(("l", 3)))["l"].Values);
        Assert.Equal([typeof(double)], Left.Merge(below, Numbers("l", ("d", 4))).ColumnTypes);
        var error = Assert.Throws<InvalidOperationException>(() => Left.Merge(Numbers("l", ("b", 7))));
        Assert.Contains("row 'b', column 'l'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Zipping_combines_columns_of_the_same_name()
    {
        var zipped = Left.Zip<double, double, double>(Numbers("l", ("b", 10), ("a", 5)), (x, y) => x * y);
        Assert.Equal([5.0, 20.0], zipped["l"].Values);
    }

    [Fact]
    public void Joins_relate_to_one_another_as_sets_do() => Property.Holds<(int[], int[])>(keys =>
    {
        var left = Numbers("l", keys.Item1);
        var right = Numbers("r", keys.Item2);
        var (outer, inner) = (left.Join(right, JoinKind.Outer), left.Join(right, JoinKind.Inner));
        return outer.RowCount + inner.RowCount == left.RowCount + right.RowCount
            && inner.RowKeys.ToHashSet().SetEquals(keys.Item1.Intersect(keys.Item2))
            && outer.RowKeys.ToHashSet().SetEquals(keys.Item1.Union(keys.Item2))
            && left.Join(right, JoinKind.Left).RowKeys.SequenceEqual(left.RowKeys)
            && left.Join(right, JoinKind.Right).RowKeys.SequenceEqual(right.RowKeys)
            && inner.RowKeys.All(k => inner["l"][k] == k && inner["r"][k] == k);
    });

    private static Frame<string, string> Numbers(string column, params (string Key, double Value)[] observations) =>
        Frame.FromColumns([KeyValue.Create(column, Sample.Numbers(observations))]);

    private static Frame<int, string> Numbers(string column, int[] keys) =>
        Frame.FromColumns([KeyValue.Create(column, keys.Distinct().Select(k => KeyValue.Create(k, (double)k)).ToSeries())]);
}
