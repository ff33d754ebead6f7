using Deedle;

namespace Standins.Tests.Deedle;

public class FrameTests
{
    private sealed record Run(string Name, int? Steps, double Loss);

    [Fact]
    public void Records_become_rows_and_properties_columns()
    {
        var frame = Frame.FromRecords([new Run("a", 5, 0.5), new Run("b", null, double.NaN)]);
        Assert.Equal([0, 1], frame.RowKeys);
        Assert.Equal(["Name", "Steps", "Loss"], frame.ColumnKeys);
        Assert.Equal([typeof(string), typeof(int), typeof(double)], frame.ColumnTypes);
        Assert.Equal([5], frame.GetColumn<int>("Steps").Values);
        Assert.Equal(1, frame["Loss"].ValueCount);
        Assert.Throws<ArgumentException>(() => Frame.FromRecords([new object()]));
    }

    [Fact]
    public void A_column_that_is_not_there_is_named_with_the_nearest_one()
    {
        var error = Assert.Throws<KeyNotFoundException>(() => Sample.Speedups()["speed-up"]);
        Assert.Equal("There is no column 'speed-up'. Did you mean 'Speedup'? There is Model, Benchmark, Speedup.", error.Message);
        Assert.Contains("There is no row '9'", Assert.Throws<KeyNotFoundException>(() => Sample.Speedups().GetRow<object>(9)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_does_not_convert_is_named_with_its_place()
    {
        var error = Assert.Throws<InvalidCastException>(() => Sample.Speedups().GetColumn<double>("Model"));
        Assert.Contains("Column 'Model', row '0': 'B' (String) does not convert to Double", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_convert_to_the_type_asked_for()
    {
        var frame = Frame.FromRecords([new Run("1.5", 3, 2)]);
        Assert.Equal(3.0, frame["Steps"][0]);
        Assert.Equal(1.5, frame.GetColumn<double>("Name")[0]);
        Assert.Equal("3", frame.GetColumn<string>("Steps")[0]);
        Assert.Equal(["Steps", "Loss"], frame.GetColumns<double>().DropMissing().Keys); // text only on demand
    }

    [Fact]
    public void Cells_rows_and_columns_by_key()
    {
        var frame = Sample.Speedups().IndexRowsWith(["p", "q", "r", "s", "t"]);
        Assert.Equal(4.0, frame["Speedup", "r"]);
        Assert.Throws<MissingValueException>(() => frame["Speedup", "t"]);
        Assert.Equal("A", frame.Rows["q"].GetAs<string>("Model"));
        Assert.Equal(-1, frame.Rows["t"].GetAs("Speedup", -1.0));
        Assert.False(frame.Rows["t"].TryGetAs<double>("Speedup").HasValue);
        Assert.Equal(["s", "p"], frame.Rows[["s", "p"]].RowKeys);
        Assert.Equal(["Speedup", "Model"], frame.Columns[["Speedup", "Model"]].ColumnKeys);
        Assert.Equal([3.0, 2, 4, 6], frame.Columns["Speedup"].As<double>().Values);
        Assert.Equal(["B", "gsm", "3"], frame.GetRowAt<string>(0).Values);
        Assert.Equal(["p", "q", "r", "s"], frame.RowsDense.Keys);
        Assert.Equal(["Model", "Benchmark"], frame.ColumnsDense.Keys);
        Assert.Equal("q", frame.GetRowKeyAt(1));
        Assert.False(frame.TryGetRow<object>("z").HasValue);
    }

    [Fact]
    public void Rows_are_kept_by_a_condition_or_a_value()
    {
        var frame = Sample.Speedups();
        Assert.Equal([0, 3], frame.Where(row => row.Value.GetAs("Speedup", 0.0) >= 3 && row.Value.GetAs<string>("Model") == "B").RowKeys);
        Assert.Equal([1, 2], frame.FilterRowsBy("Model", "A").RowKeys);
        Assert.Equal([0, 1], frame.DistinctRowsBy("Model").RowKeys);
        Assert.Equal([4, 0], frame.GetRows(4, 0).RowKeys);
        Assert.Equal([typeof(string), typeof(string), typeof(double)], Frame.FromRows(frame.Rows.Where(r => r.Key > 2)).ColumnTypes);
    }

    [Fact]
    public void Columns_are_added_replaced_dropped_and_renamed_in_place()
    {
        var frame = Sample.Speedups();
        frame.AddColumn("Half", frame["Speedup"] / 2);
        frame.AddColumn("Short", [1, 2]);
        Assert.Equal([1.5, 1, 2, 3], frame["Half"].Values);
        Assert.Equal([0, 1], frame.GetColumn<int>("Short").DropMissing().Keys);
        frame["Half"] = frame["Half"] * 2;
        Assert.Equal(frame["Speedup"], frame["Half"]);
        frame.DropColumn("Short");
        frame.RenameColumn("Half", "Same");
        Assert.Equal(["Model", "Benchmark", "Speedup", "Same"], frame.ColumnKeys);
        frame.RenameColumns(name => name.ToUpperInvariant());
        Assert.Equal("SAME", frame.ColumnKeys.Last());
        Assert.Throws<ArgumentException>(() => frame.AddColumn("MODEL", frame["SAME"]));
        Assert.Throws<ArgumentException>(() => frame.RenameColumns(["one"]));
        Assert.Throws<KeyNotFoundException>(() => frame.DropColumn("Half"));
    }

    [Fact]
    public void A_clone_does_not_follow_later_changes()
    {
        var frame = Sample.Speedups();
        var clone = frame.Clone();
        frame.DropColumn("Model");
        Assert.Equal(3, clone.ColumnCount);
        Assert.NotEqual(frame, clone);
        Assert.Equal(Sample.Speedups(), clone);
    }

    [Fact]
    public void A_column_becomes_the_row_key()
    {
        var frame = Sample.Speedups().IndexRows<double>("Speedup");
        Assert.Equal([3.0, 2, 4, 6], frame.RowKeys); // the row without one is left out
        Assert.Equal(["Model", "Benchmark"], frame.ColumnKeys);
        Assert.Equal(3, Sample.Speedups().IndexRows<double>("Speedup", keepColumn: true).ColumnCount);
        Assert.Contains("occurs twice", Assert.Throws<ArgumentException>(() => Sample.Speedups().IndexRows<string>("Model")).Message, StringComparison.Ordinal);
        Assert.Equal([0, 1, 2, 3], frame.IndexRowsOrdinally().RowKeys);
    }

    [Fact]
    public void Rows_are_sorted_by_key_and_by_column()
    {
        var frame = Sample.Speedups();
        Assert.Equal([4, 1, 0, 2, 3], frame.SortRows("Speedup").RowKeys);
        Assert.Equal([1, 2, 0, 3, 4], frame.SortRows("Model").RowKeys);
        Assert.Equal([4, 3, 2, 0, 1], frame.SortRowsBy<int, string, double, double>("Speedup", v => -v).RowKeys);
        Assert.Equal([0, 1, 2, 3, 4], frame.SortRows("Speedup").SortRowsByKey().RowKeys);
        Assert.Equal(["Benchmark", "Model", "Speedup"], frame.SortColumnsByKey().ColumnKeys);
    }

    [Fact]
    public void Arithmetic_touches_the_numbers_only()
    {
        var frame = Sample.Speedups();
        var scaled = (frame * 2) - 1;
        Assert.Equal([5.0, 3, 7, 11], scaled["Speedup"].Values);
        Assert.Equal(frame.GetColumn<string>("Model"), scaled.GetColumn<string>("Model"));
        var numbers = frame.Columns[["Speedup"]];
        Assert.Equal([6.0, 4, 8, 12], (numbers + numbers)["Speedup"].Values);
        Assert.Equal([3.0, 4], (numbers * new Series<int, double>([0, 1], [1, 2]))["Speedup"].Values);
        Assert.Equal([9.0, 4, 16, 36], Frame<int, string>.Pow(numbers, 2)["Speedup"].Values);
    }

    [Fact]
    public void Missing_cells_are_filled_or_their_rows_and_columns_dropped()
    {
        var frame = Sample.Speedups();
        Assert.Equal([3.0, 2, 4, 6, 0], frame.FillMissing(0).GetColumn<double>("Speedup").Values);
        Assert.Equal(6.0, frame.FillMissing(Direction.Forward)["Speedup", 4]);
        Assert.Equal([0, 1, 2, 3], frame.DropSparseRows().RowKeys);
        Assert.Equal(["Model", "Benchmark"], frame.DropSparseColumns().ColumnKeys);
        Assert.Equal(5, frame.DropEmptyRows().RowCount);
        frame.AddColumn("Nothing", [double.NaN]);
        Assert.Equal(3, frame.DropEmptyColumns().ColumnCount);
    }

    [Fact]
    public void Frames_from_columns_rows_and_single_values()
    {
        var columns = Frame.FromColumns([
            KeyValue.Create("x", new Series<int, double>([1, 3], [10, 30])), KeyValue.Create("y", new Series<int, double>([2, 3], [2, 3]))]);
        Assert.Equal([1, 2, 3], columns.RowKeys);
        Assert.Equal([10.0, 30], columns["x"].Values);
        var rows = Frame.FromRows([
            KeyValue.Create("r", new SeriesBuilder<string> { { "n", 1 }, { "s", "text" } }.Series),
            KeyValue.Create("q", new SeriesBuilder<string> { { "n", 2.5 } }.Series)]);
        Assert.Equal([typeof(double), typeof(string)], rows.ColumnTypes); // 1 and 2.5 meet as doubles
        Assert.Equal(["r", "q"], rows.RowKeys);
        var cells = Frame.FromValues([Tuple.Create("r", "c", 1), Tuple.Create("r", "d", 2), Tuple.Create("q", "c", 3)]);
        Assert.Equal(3, cells["c", "q"]);
        Assert.Equal(["c", "d"], cells.ColumnKeys);
        Assert.Equal(2.0, Frame.FromArray2D(new[,] { { 1.0, 2.0 } })[1, 0]);
        Assert.True(Frame.CreateEmpty<int, string>().IsEmpty);
    }

    [Fact]
    public void A_frame_turns_on_its_side_and_into_an_array()
    {
        var frame = Frame.FromColumns([KeyValue.Create("x", new[] { 1.0, double.NaN }.ToOrdinalSeries()), KeyValue.Create("y", new[] { 3.0, 4.0 }.ToOrdinalSeries())]);
        Assert.Equal(["x", "y"], frame.Transpose().RowKeys);
        Assert.Equal(4.0, frame.Transpose()[1, "y"]);
        Assert.Equal(new[,] { { 1.0, 3.0 }, { -1.0, 4.0 } }, frame.ToArray2D(-1.0));
        Assert.True(double.IsNaN(frame.ToArray2D<double>()[1, 0]));
        Assert.Equal(frame, frame.Transpose().Transpose());
    }

    [Fact]
    public void Keys_of_rows_and_columns_are_changed_without_touching_the_frame()
    {
        var frame = Sample.Speedups();
        Assert.Equal(["a", "b", "c"], frame.IndexColumnsWith(["a", "b", "c"]).ColumnKeys);
        Assert.Throws<ArgumentException>(() => frame.IndexColumnsWith(["a"]));
        Assert.Throws<ArgumentException>(() => frame.IndexRowsWith(["a"]));
        Assert.Equal(["B/gsm", "A/gsm", "A/code", "B/code", "B/qa"],
            frame.IndexRowsUsing(row => $"{row.GetAs<string>("Model")}/{row.GetAs<string>("Benchmark")}").RowKeys);
        Assert.Equal([10, 11, 12, 13, 14], frame.SelectRowKeys(row => row.Key + 10).RowKeys);
        Assert.Equal([5, 9, 7], frame.SelectColumnKeys(column => column.Key.Length).ColumnKeys);
        Assert.Equal([5, 9, 7], FrameExtensions.RenameColumns(frame, name => name.Length).ColumnKeys);
        Assert.Equal("M", FrameExtensions.RenameColumn(frame, "Model", "M").ColumnKeys.First());
        Assert.Equal(["Model", "Benchmark", "Speedup"], frame.ColumnKeys);
        Assert.Equal([3, 0], frame.GetRowsAt(3, 0).RowKeys);
        Assert.Equal([4, 9], frame.RealignRows([4, 9]).RowKeys);
        Assert.Equal(["B"], frame.RealignRows([4, 9]).GetColumn<string>("Model").Values);
        Assert.Equal([0, 1], frame.SortRows("Speedup").OrderRows().RowKeys.Take(2));
        Assert.Equal("Benchmark", frame.OrderColumns().ColumnKeys.First());
        Assert.Equal((5, 3), (frame.CountRows(), frame.CountColumns()));
    }

    [Fact]
    public void Columns_are_looked_up_by_place_neighbour_or_type()
    {
        var frame = Frame.FromColumns([KeyValue.Create(10, new[] { 1, 2 }.ToOrdinalSeries()), KeyValue.Create(20, new[] { 3, 4 }.ToOrdinalSeries())]);
        Assert.Equal([3, 4], frame.GetColumnAt<int>(1).Values);
        Assert.Throws<ArgumentOutOfRangeException>(() => frame.GetColumnAt<int>(2));
        Assert.Equal([1, 2], frame.GetColumn<int>(15, Lookup.ExactOrSmaller).Values);
        Assert.Throws<KeyNotFoundException>(() => frame.GetColumn<int>(5, Lookup.ExactOrSmaller));
        Assert.False(frame.TryGetColumn<int>(5, Lookup.Exact).HasValue);
        Assert.Equal([1, 3], frame.GetRow<int>(0, Lookup.ExactOrGreater).Values);
        Assert.Equal([1, 2, 3, 4], frame.GetAllValues<int>());
        Assert.Equal([10, 20], frame.GetAllColumns<double>().Select(c => c.Key));
        Assert.Equal([4.0], frame.GetRows<double>()[1].Where(kvp => kvp.Key == 20).Values);
        Assert.Equal([10, 60], frame.Select<int, int>((_, column, value) => column * value).Rows[0].GetValues<int>());
        Assert.Equal([2, 3, 4, 5], frame.SelectValues<int, int>(v => v + 1).GetAllValues<int>());
        Assert.Equal([4, 6], frame.MapRows((_, row) => row.GetValues<int>().Sum()).Values);
    }

    [Fact]
    public void Object_rows_convert_as_strictly_as_asked()
    {
        var row = Sample.Speedups().Rows[0];
        Assert.Equal(3, row.GetAtAs<int>(2));
        Assert.Throws<InvalidCastException>(() => row.GetAtAs<int>(2, ConversionKind.Safe));
        Assert.Equal([3.0], row.GetValues<double>());
        Assert.False(row.TryAs<double>().HasValue);
        Assert.True(row.TryAs<string>(ConversionKind.Flexible).HasValue);
        Assert.Throws<InvalidCastException>(() => row.As<double>());
        Assert.Equal(["B", "gsm", "3"], row.As<string>().Values);
    }

    [Fact]
    public void Records_of_a_series_keep_its_keys()
    {
        var runs = new Series<string, Run>(["x", "y"], [new Run("a", 1, 0.5), null!]);
        var frame = Frame.FromRecords(runs);
        Assert.Equal(["x", "y"], frame.RowKeys);
        Assert.Equal(["a"], frame.GetColumn<string>("Name").Values);
        Assert.Equal(["p", "q"], Frame.FromRowKeys(["p", "q"]).RowKeys);
        var rows = new FrameBuilder.Rows<string, string> { { "r", new SeriesBuilder<string, int> { { "n", 1 } }.Series } }.Frame;
        Assert.Equal(1, rows["n", "r"]);
        Assert.Equal([0, 1], Frame.FromRows([Sample.Numbers(("n", 1)), Sample.Numbers(("n", 2))]).RowKeys);
        Assert.Equal([0, 1], Frame.FromColumns([Sample.Numbers(("n", 1)), Sample.Numbers(("n", 2))]).ColumnKeys);
        Assert.Equal(frame, Frame.FromColumns(frame.Columns));
    }
}
