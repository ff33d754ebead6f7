using Deedle;

namespace Standins.Tests.Deedle;

public class GroupingTests
{
    [Fact]
    public void Rows_are_grouped_under_two_level_keys()
    {
        var grouped = Sample.Speedups().GroupRowsBy<string>("Model");
        Assert.Equal([("B", 0), ("B", 3), ("B", 4), ("A", 1), ("A", 2)], grouped.RowKeys.Select(k => (k.Item1, k.Item2)));
        var means = grouped.GetColumn<double>("Speedup").MeanLevel(key => key.Item1);
        Assert.Equal(["B", "A"], means.Keys);
        Assert.Equal([4.5, 3.0], means.Values); // (3 + 6) / 2 and (2 + 4) / 2
    }

    [Fact]
    public void A_group_column_without_a_value_is_refused_by_row()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Sample.Speedups().GroupRowsBy<double>("Speedup"));
        Assert.Contains("Column 'Speedup' has no value at row '4'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_are_grouped_by_what_a_function_says()
    {
        var frame = Sample.Speedups();
        Assert.Equal([true, true, true, false, false], frame.GroupRowsByIndex(key => key % 2 == 0).RowKeys.Select(k => k.Item1));
        Assert.Equal(2, frame.GroupRowsUsing((_, row) => row.GetAs<string>("Benchmark")).Nest()["code"].RowCount);
    }

    [Fact]
    public void Nesting_and_unnesting_undo_each_other()
    {
        var grouped = Sample.Speedups().GroupRowsBy<string>("Model");
        var nested = grouped.Nest();
        Assert.Equal([1, 2], nested["A"].RowKeys);
        Assert.Equal(grouped.SortRowsByKey(), nested.Unnest().SortRowsByKey());
        Assert.Equal([3, 2], Sample.Speedups().NestBy(key => key % 2).Values.Select(f => f.RowCount));
    }

    [Fact]
    public void Columns_are_aggregated_by_one_or_more_others()
    {
        var byModel = Sample.Speedups().AggregateRowsBy<double, double>(["Model"], ["Speedup"], s => s.Mean());
        Assert.Equal(["B", "A"], byModel.GetColumn<string>("Model").Values);
        Assert.Equal([4.5, 3.0], byModel["Speedup"].Values);
        var byBoth = Sample.Speedups().AggregateRowsBy<double, int>(["Benchmark", "Model"], ["Speedup"], s => s.ValueCount);
        Assert.Equal(["Model", "Benchmark", "Speedup"], byBoth.ColumnKeys); // in the frame's order
        Assert.Equal([1, 1, 1, 1, 0], byBoth.GetColumn<int>("Speedup").Values);
    }

    [Fact]
    public void A_pivot_table_has_a_cell_for_each_pair()
    {
        var pivot = Sample.Speedups().PivotTable<int, string, string, string, double>("Benchmark", "Model", cell => cell["Speedup"].Sum());
        Assert.Equal(["B", "A"], pivot.ColumnKeys);
        Assert.Equal(["gsm", "code", "qa"], pivot.RowKeys);
        Assert.Equal(6.0, pivot["B", "code"]);
        Assert.Equal(2.0, pivot["A", "gsm"]);
        Assert.False(pivot["A"].TryGet("qa").HasValue);
    }

    [Fact]
    public void Groups_put_together_again_are_the_same_rows() => Property.Holds<(int, byte)[]>(records =>
    {
        var frame = Frame.FromRecords(records.Select(r => new { Value = r.Item1, Group = r.Item2 % 3 }));
        var parts = frame.GroupRowsBy<int>("Group").Nest().Values.ToArray();
        var back = parts.Length == 0 ? frame : parts[0].Merge(parts[1..]).SortRowsByKey();
        return back.Equals(frame) && parts.Sum(p => p.RowCount) == records.Length;
    });

    [Fact]
    public void Group_sums_add_up_to_the_sum() => Property.Holds<(short, byte)[]>(records =>
    {
        var frame = Frame.FromRecords(records.Select(r => new { Value = (int)r.Item1, Group = r.Item2 % 5 }));
        var sums = frame.AggregateRowsBy<int, int>(["Group"], ["Value"], s => s.Values.Sum());
        return sums.GetColumn<int>("Value").Values.Sum() == records.Sum(r => r.Item1)
            && sums.RowCount == records.Select(r => r.Item2 % 5).Distinct().Count();
    });

    [Fact]
    public void Sorting_is_a_permutation_in_order() => Property.Holds<int[]>(values =>
    {
        var frame = Frame.FromRecords(values.Select(v => new { Value = v }));
        var sorted = frame.SortRows("Value");
        return sorted.GetColumn<int>("Value").Values.SequenceEqual(values.Order())
            && sorted.RowKeys.Order().SequenceEqual(frame.RowKeys)
            && sorted.RowKeys.SequenceEqual(Enumerable.Range(0, values.Length).OrderBy(i => values[i]));
    });
}
