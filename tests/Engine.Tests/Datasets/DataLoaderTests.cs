using static TorchSharp.torch.utils.data;

namespace Engine.Tests.Datasets;

public class DataLoaderTests
{
    [Theory]
    [InlineData(false, 3)]
    [InlineData(true, 2)]
    public void Batches_hold_the_rows_in_order_and_the_last_may_be_left_out(bool dropLast, int batches)
    {
        using var scope = NewDisposeScope();
        using var loader = DataLoader(Rows(7), 3, drop_last: dropLast);
        Assert.Equal(batches, loader.Count);
        var read = loader.Select(batch => (Numbers(batch[0]), Numbers(batch[1]), batch[0].shape)).ToList();
        Assert.Equal(batches, read.Count);
        Assert.Equal([3, 2], read[0].shape);
        Assert.Equal([0, 10, 1, 11, 2, 12], read[0].Item1);
        Assert.Equal([0, 100, 200], read[0].Item2);
        if (!dropLast)
            Assert.Equal([600], read[2].Item2);
    }

    [Fact]
    public void A_seed_gives_the_same_order_in_every_pass_and_another_seed_another()
    {
        using var scope = NewDisposeScope();
        using var loader = DataLoader(Rows(50), 8, shuffle: true, seed: 3);
        var first = Order(loader);
        Assert.Equal(first, Order(loader));
        Assert.Equal(first, Order(DataLoader(Rows(50), 5, shuffle: true, seed: 3)));
        Assert.NotEqual(first, Order(DataLoader(Rows(50), 8, shuffle: true, seed: 4)));
        Assert.Equal(Enumerable.Range(0, 50).Select(n => n * 100.0), first.Order());
        Assert.NotEqual(first.Order(), first);
    }

    [Fact]
    public void Without_a_seed_the_order_follows_torchs_own_stream_and_differs_from_pass_to_pass()
    {
        using var scope = NewDisposeScope();
        using var loader = DataLoader(Rows(50), 8, shuffle: true);
        var state = Generator.Default.get_state();
        var (first, second) = (Order(loader), Order(loader));
        Assert.NotEqual(first, second);
        Generator.Default.set_state(state);
        Assert.Equal(first, Order(loader));
        Assert.Equal(second, Order(loader));
    }

    [Fact]
    public void An_order_of_ones_own_is_followed()
    {
        using var scope = NewDisposeScope();
        using var loader = DataLoader(Rows(5), 2, (long[])[4, 0, 4]);
        Assert.Equal([400, 0, 400], Order(loader));
    }

    [Fact]
    public void Named_tensors_are_put_side_by_side_under_their_names()
    {
        using var scope = NewDisposeScope();
        using var dataset = new Squares();
        using var loader = DataLoader(dataset, 2, disposeDataset: false);
        var batches = loader.Select(batch => (Numbers(batch["n"]), Numbers(batch["square"]))).ToList();
        Assert.Equal([[0, 1], [2]], batches.Select(b => b.Item1));
        Assert.Equal([[0, 1], [4]], batches.Select(b => b.Item2));
    }

    [Fact]
    public void A_batch_is_disposed_when_the_next_one_is_asked_for_unless_it_is_to_stay()
    {
        using var scope = NewDisposeScope();
        foreach (var stays in (bool[])[false, true])
        {
            using var loader = DataLoader(Rows(4), 2, disposeBatch: !stays);
            var seen = new List<Tensor>();
            foreach (var batch in loader)
            {
                Assert.All(seen, t => Assert.Equal(!stays, t.IsInvalid));
                Assert.All(batch, t => Assert.False(t.IsInvalid));
                seen.AddRange(batch);
            }

            Assert.All(seen, t => Assert.Equal(!stays, t.IsInvalid));
        }
    }

    [Fact]
    public void A_pass_that_is_left_early_disposes_its_batch_and_leaves_no_tensor_behind()
    {
        using var rows = Rows(4);
        using var scope = NewDisposeScope();
        using var loader = DataLoader(rows, 2);
        foreach (var batch in loader)
            break;
        Assert.Equal(0, scope.DisposablesCount);
    }

    [Fact]
    public void Tensors_that_a_dataset_keeps_are_not_disposed()
    {
        using var scope = NewDisposeScope();
        using var dataset = new Squares();
        for (var pass = 0; pass < 2; pass++)
            foreach (var batch in DataLoader(dataset, 3))
                Assert.Equal([0, 1, 4], Numbers(batch["square"]));
    }

    [Fact]
    public void The_dataset_is_disposed_with_its_loader_unless_told_otherwise_and_leaves_the_callers_tensors_alone()
    {
        using var scope = NewDisposeScope();
        var mine = arange(3, dtype: ScalarType.Float64);
        var dataset = TensorDataset(mine);
        DataLoader(dataset, 1, disposeDataset: false).Dispose();
        Assert.Equal(2, dataset.GetTensor(2)[0].item<double>());
        DataLoader(dataset, 1).Dispose();
        Assert.Throws<ObjectDisposedException>(() => dataset.GetTensor(2));
        Assert.Equal([0, 1, 2], Numbers(mine));
    }

    [Fact]
    public void Tensors_of_different_lengths_and_empty_batches_are_refused()
    {
        using var scope = NewDisposeScope();
        Assert.Throws<ArgumentException>(() => TensorDataset(arange(3), arange(4)));
        Assert.Throws<ArgumentException>(() => TensorDataset(arange(3).sum()));
        Assert.Throws<ArgumentException>(() => TensorDataset());
        Assert.Equal("batchSize", Assert.Throws<ArgumentException>(() => DataLoader(Rows(3), 0)).ParamName);
    }

    private static TorchSharp.Modules.TensorDataset Rows(int count)
    {
        using var scope = NewDisposeScope();
        var n = arange(count, dtype: ScalarType.Float64);
        return TensorDataset(stack((Tensor[])[n, n + 10], 1), n * 100);
    }

    private static List<double> Order(IEnumerable<IList<Tensor>> loader) => [.. loader.SelectMany(batch => Numbers(batch[1]))];

    private static double[] Numbers(Tensor tensor) => tensor.contiguous().data<double>().ToArray();

    private sealed class Squares : Dataset
    {
        private readonly Tensor[] _kept = [.. Enumerable.Range(0, 3).Select(n => tensor((double)n))];

        public override long Count => 3;

        public override Dictionary<string, Tensor> GetTensor(long index) =>
            new() { ["n"] = _kept[index], ["square"] = _kept[index] * _kept[index] };
    }
}
