namespace Engine.Tests.Operators;

/// <summary>Square brackets as libtorch takes them, reading and writing, and the operators that index.</summary>
public sealed class IndexingTests : OperatorFamily
{
    protected override string Family => "indexing";

    protected override IReadOnlyList<OperatorCase> Cases { get; } =
    [
        // get: integers
        new("get i", t => t[0][1]),
        new("get i negative", t => t[0][-1]),
        new("get i j", t => t[0][1, 0]),
        new("get i j negative", t => t[0][-2, -1]),
        new("get i j k", t => t[0][1, 0, 2]),
        new("get 4 integers", t => t[0][1, 0, 1, -1]),
        new("get 5 integers", t => t[0][1, 0, 1, -1, 0]),
        new("get 6 integers", t => t[0][1, 0, 1, -1, 0, 1]),
        new("get 7 integers", t => t[0][1, 0, 1, -1, 0, 1, 0]),
        new("get from the end", t => t[0][^2]),

        // get: slices
        new("get all", t => t[0][..]),
        new("get from", t => t[0][1..]),
        new("get to", t => t[0][..^1]),
        new("get from to", t => t[0][1..3]),
        new("get last two", t => t[0][^2..]),
        new("get beyond the end", t => t[0][2..9]),
        new("get empty", t => t[0][2..2]),
        new("get step", t => t[0][TensorIndex.Slice(step: 2)]),
        new("get start stop step", t => t[0][TensorIndex.Colon, TensorIndex.Slice(1, 6, 2)]),
        new("get negative start stop", t => t[0][TensorIndex.Slice(-4, -1, 2)]),
        new("get pair", t => t[0][(0, 2), (1, 3)]),
        new("get slice and integer", t => t[0][.., 1]),
        new("get integer and slice", t => t[0][1, 1..]),
        new("get slice integer slice", t => t[0][1.., 0, ..2]),
        new("get column kept", t => t[0][.., 1..2]),
        new("get last step of time", t => t[0][.., ^1]),
        new("get shifted", t => t[0][.., 1..]),

        // get: ellipsis, new dimensions, Booleans
        new("get ellipsis", t => t[0][TensorIndex.Ellipsis, 0]),
        new("get ellipsis between", t => t[0][0, TensorIndex.Ellipsis, 1]),
        new("get ellipsis of nothing", t => t[0][0, TensorIndex.Ellipsis, 1]),
        new("get only ellipsis", t => t[0][TensorIndex.Ellipsis]),
        new("get none", t => t[0][TensorIndex.None]),
        new("get none between", t => t[0][.., TensorIndex.None, 1]),
        new("get none behind", t => t[0][TensorIndex.Ellipsis, TensorIndex.Null]),
        new("get true", t => t[0][TensorIndex.Bool(true)]),
        new("get false", t => t[0][TensorIndex.Bool(false)]),
        new("get true and integer", t => t[0][TensorIndex.Bool(true), 1]),

        // get: index tensors
        new("get tensor", t => t[0][t[1]]),
        new("get tensor negative", t => t[0][t[1]]),
        new("get tensor matrix", t => t[0][t[1]]),
        new("get two tensors", t => t[0][t[1], t[2]]),
        new("get two tensors broadcast", t => t[0][t[1], t[2]]),
        new("get tensor behind slice", t => t[0][.., By(t[1])]),
        new("get tensor and slice", t => t[0][By(t[1]), 1..]),
        new("get integer and tensor", t => t[0][1, By(t[1])]),
        new("get tensor and integer", t => t[0][t[1], 1]),
        new("get tensors around a slice", t => t[0][By(t[1]), .., By(t[2])]),
        new("get tensors behind each other", t => t[0][.., By(t[1]), By(t[2])]),
        new("get tensor behind ellipsis", t => t[0][TensorIndex.Ellipsis, By(t[1])]),
        new("get tensor behind none", t => t[0][TensorIndex.None, By(t[1])]),
        new("get tensor slice with step", t => t[0][TensorIndex.Slice(step: 2), By(t[1])]),
        new("get scalar tensor", t => t[0][t[1]]),
        new("get scalar tensor of 32 bits", t => t[0][.., By(t[1])]),
        new("get empty tensor", t => t[0][t[1]]),
        new("get logits of labels", t => t[0][torch.arange(3), t[1]]),
        new("index of tensors", t => t[0].index(t[1])),
        new("index of indices", t => t[0].index(0, 1..)),

        // get: masks
        new("get mask", t => t[0][t[1]]),
        new("get mask of rows", t => t[0][t[1]]),
        new("get mask of columns", t => t[0][.., By(t[1])]),
        new("get mask of nothing", t => t[0][t[1]]),
        new("get mask and integer", t => t[0][t[1], 0]),
        new("get mask of the condition", t => t[0][t[0] > 0]),
        new("get mask and slice", t => t[0][By(t[1]), 1..]),
        new("get mask and tensor", t => t[0][t[1], t[2]]),
        new("get matrix mask of three dimensions", t => t[0][t[1]]),
        new("get matrix mask behind slice", t => t[0][1.., By(t[1])]),
        new("get mask of last dimensions", t => t[0][0, By(t[1])]),
        new("get mask behind ellipsis", t => t[0][TensorIndex.Ellipsis, By(t[1])]),
        new("get scalar mask", t => t[0][t[1]]),
        new("get byte mask", t => t[0][t[1]]),

        // set
        new("set number", t => Put(t[0], x => x[1, 0] = 2.5)),
        new("set number by condition", t => Put(t[0], x => x[x > 0] = 0.0)),
        new("set i", t => Put(t[0], x => x[1] = t[1])),
        new("set i broadcast", t => Put(t[0], x => x[1] = t[1])),
        new("set i with leading ones", t => Put(t[0], x => x[1] = t[1])),
        new("set i j", t => Put(t[0], x => x[1, 0] = t[1])),
        new("set i j k", t => Put(t[0], x => x[1, 0, -1] = t[1])),
        new("set 4 integers", t => Put(t[0], x => x[1, 0, -1, 0] = t[1])),
        new("set 5 integers", t => Put(t[0], x => x[1, 0, -1, 0, 0] = t[1])),
        new("set 6 integers", t => Put(t[0], x => x[1, 0, -1, 0, 0, 0] = t[1])),
        new("set 7 integers", t => Put(t[0], x => x[1, 0, -1, 0, 0, 0, 0] = t[1])),
        new("set all", t => Put(t[0], x => x[..] = t[1])),
        new("set slice", t => Put(t[0], x => x[1..] = t[1])),
        new("set slice broadcast", t => Put(t[0], x => x[1..] = t[1])),
        new("set slice with leading ones", t => Put(t[0], x => x[1.., 0] = t[1])),
        new("set step", t => Put(t[0], x => x[.., TensorIndex.Slice(step: 2)] = t[1])),
        new("set column", t => Put(t[0], x => x[.., 1] = t[1])),
        new("set ellipsis", t => Put(t[0], x => x[TensorIndex.Ellipsis, 0] = t[1])),
        new("set only ellipsis", t => Put(t[0], x => x[TensorIndex.Ellipsis] = t[1])),
        new("set none", t => Put(t[0], x => x[TensorIndex.None, 1] = t[1])),
        new("set true", t => Put(t[0], x => x[TensorIndex.Bool(true)] = t[1])),
        new("set false", t => Put(t[0], x => x[TensorIndex.Bool(false)] = t[1])),
        new("set tensor", t => Put(t[0], x => x[t[1]] = t[2])),
        new("set tensor broadcast", t => Put(t[0], x => x[t[1]] = t[2])),
        new("set tensor behind slice", t => Put(t[0], x => x[.., By(t[1])] = t[2])),
        new("set tensor behind shorter slice", t => Put(t[0], x => x[1.., By(t[1])] = t[2])),
        new("set two tensors", t => Put(t[0], x => x[t[1], t[2]] = t[3])),
        new("set scalar tensor index", t => Put(t[0], x => x[t[1]] = t[2])),
        new("set mask", t => Put(t[0], x => x[t[1]] = t[2])),
        new("set mask broadcast", t => Put(t[0], x => x[t[1]] = t[2])),
        new("set mask of rows", t => Put(t[0], x => x[t[1]] = t[2])),
        new("set mask and slice", t => Put(t[0], x => x[By(t[1]), 1..] = t[2])),
        new("set with leading ones through a tensor", t => Put(t[0], x => x[t[1]] = t[2])),
        new("set converts the type", t => Put(t[0], x => x[0] = t[1])),
        new("set number by slice", t => t[0].clone().index_put_(2.5, 1.., 0)),
        new("set number by mask", t => t[0].clone().index_put_(1, t[1])),
        new("index_put_", t => t[0].clone().index_put_(t[2], t[1])),
        new("index_put_ accumulate", t => t[0].clone().index_put_(t[2], new[] { t[1] }, true)),
        new("index_put_ accumulate slice", t => t[0].clone().index_put_(t[1], new TensorIndex[] { 1.. }, true)),

        // operators: choosing
        new("select", t => torch.select(t[0], 1, -1)),
        new("index_select", t => torch.index_select(t[0], 1, t[1])),
        new("gather", t => t[0].gather(1, t[1])),
        new("gather sparse", t => torch.gather(t[0], 0, t[1], false)),
        new("take", t => torch.take(t[0], t[1])),
        new("take_along_dim", t => t[0].take_along_dim(t[1], 1)),
        new("take_along_dim flat", t => t[0].take_along_dim(t[1])),
        new("take_along_dim list", t => t[0].take_along_dim([4L, 1L])),
        new("masked_select", t => torch.masked_select(t[0], t[1])),
        new("nonzero", t => torch.nonzero(t[0])),
        new("nonzero_as_list", t => t[0].nonzero_as_list().ToArray()),
        new("argwhere", t => torch.argwhere(t[0])),

        // operators: writing
        new("index_add", t => torch.index_add(t[0], 0, t[1], t[2], 2)),
        new("index_add_", t => t[0].clone().index_add_(1, t[1], t[2], 1)),
        new("index_copy", t => torch.index_copy(t[0], 0, t[1], t[2])),
        new("index_copy_", t => torch.index_copy_(t[0].clone(), 1, t[1], t[2])),
        new("index_fill", t => torch.index_fill(t[0], 1, t[1], 3)),
        new("index_fill_", t => t[0].clone().index_fill_(0, t[1], -1)),
        new("scatter", t => torch.scatter(t[0], 1, t[1], t[2])),
        new("scatter_", t => t[0].clone().scatter_(0, t[1], t[2])),
        new("scatter_add", t => torch.scatter_add(t[0], 1, t[1], t[2])),
        new("scatter_add_", t => torch.scatter_add_(t[0].clone(), 0, t[1], t[2])),
        new("diagonal_scatter", t => torch.diagonal_scatter(t[0], t[1], 1)),
        new("select_scatter", t => torch.select_scatter(t[0], t[1], 1, 2)),
        new("slice_scatter", t => torch.slice_scatter(t[0], t[1], 0, 1, 4, 2)),
        new("slice_scatter whole", t => t[0].slice_scatter(t[1])),
        new("masked_scatter", t => t[0].masked_scatter(t[1], t[2])),
        new("masked_scatter_", t => t[0].clone().masked_scatter_(t[1], t[2])),

        // operators: searching
        new("searchsorted", t => torch.searchsorted(t[0], t[1])),
        new("searchsorted right", t => torch.searchsorted(t[0], t[1], true, true)),
        new("searchsorted sorter", t => torch.searchsorted(t[0], t[1], sorter: t[2])),
        new("searchsorted number", t => torch.searchsorted(t[0], 3.0, false, true, null!)),
        new("bucketize", t => t[0].bucketize(t[1])),
        new("bucketize right", t => torch.bucketize(t[0], t[1], true, true)),
    ];

    private static TensorIndex By(Tensor tensor) => TensorIndex.Tensor(tensor);

    /// <summary>Assigns to a copy.</summary>
    private static Tensor Put(Tensor x, Action<Tensor> assign)
    {
        var copy = x.clone();
        assign(copy);
        return copy;
    }
}
