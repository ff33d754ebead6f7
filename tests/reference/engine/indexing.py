"""Reference values of square brackets, get and set, and of the operators that index."""
import torch

from cases import ALL, FLOATS, INTEGERS, NUMBERS, WIDE, case, draw, fixed, spaced, write

class At:
    """at[1:, 0] is the index itself."""

    def __getitem__(self, index):
        return index


at = At()


def put(x, index, value):
    x[index] = value
    return x


# get: integers
case("get i", lambda a: a[1], draw(3, 2), dtypes=ALL)
case("get i negative", lambda a: a[-1], draw(3, 2))
case("get i j", lambda a: a[1, 0], draw(3, 2), dtypes=ALL)
case("get i j negative", lambda a: a[-2, -1], draw(3, 2, 2))
case("get i j k", lambda a: a[1, 0, 2], draw(2, 2, 3))
case("get 4 integers", lambda a: a[1, 0, 1, -1], draw(2, 1, 2, 2))
case("get 5 integers", lambda a: a[1, 0, 1, -1, 0], draw(2, 1, 2, 2, 1))
case("get 6 integers", lambda a: a[1, 0, 1, -1, 0, 1], draw(2, 1, 2, 2, 1, 2))
case("get 7 integers", lambda a: a[1, 0, 1, -1, 0, 1, 0], draw(2, 1, 2, 2, 1, 2, 1))
case("get from the end", lambda a: a[-2], draw(3, 2))

# get: slices
case("get all", lambda a: a[:], draw(3, 2))
case("get from", lambda a: a[1:], draw(3, 2), dtypes=ALL)
case("get to", lambda a: a[:-1], draw(3, 2))
case("get from to", lambda a: a[1:3], draw(4, 2))
case("get last two", lambda a: a[-2:], draw(4, 2))
case("get beyond the end", lambda a: a[2:9], draw(4, 2))
case("get empty", lambda a: a[2:2], draw(4, 2), grad=False)
case("get step", lambda a: a[::2], draw(5, 2), dtypes=ALL)
case("get start stop step", lambda a: a[:, 1:6:2], draw(2, 7))
case("get negative start stop", lambda a: a[-4:-1:2], draw(6))
case("get pair", lambda a: a[0:2, 1:3], draw(3, 4))
case("get slice and integer", lambda a: a[:, 1], draw(3, 4))
case("get integer and slice", lambda a: a[1, 1:], draw(3, 4))
case("get slice integer slice", lambda a: a[1:, 0, :2], draw(3, 2, 4))
case("get column kept", lambda a: a[:, 1:2], draw(3, 4))
case("get last step of time", lambda a: a[:, -1], draw(2, 3, 2))
case("get shifted", lambda a: a[:, 1:], draw(2, 4), dtypes=("int64",), grad=False)

# get: ellipsis, new dimensions, Booleans
case("get ellipsis", lambda a: a[..., 0], draw(2, 3, 2), dtypes=ALL)
case("get ellipsis between", lambda a: a[0, ..., 1], draw(2, 3, 2, 2))
case("get ellipsis of nothing", lambda a: a[0, ..., 1], draw(2, 3))
case("get only ellipsis", lambda a: a[...], draw(2, 3))
case("get none", lambda a: a[None], draw(2, 3))
case("get none between", lambda a: a[:, None, 1], draw(2, 3), dtypes=ALL)
case("get none behind", lambda a: a[..., None], draw(2, 3))
case("get true", lambda a: a[True], draw(2, 3))
case("get false", lambda a: a[False], draw(2, 3), grad=False)
case("get true and integer", lambda a: a[True, 1], draw(2, 3))

# get: index tensors
case("get tensor", lambda a, b: a[b], draw(4, 2), fixed([2, 0, 2], "int64"), dtypes=ALL)
case("get tensor negative", lambda a, b: a[b], draw(4, 2), fixed([-1, -4], "int64"))
case("get tensor matrix", lambda a, b: a[b], draw(4, 2), fixed([[2, 0], [1, 3]], "int64"))
case("get two tensors", lambda a, b, c: a[b, c], draw(3, 4), fixed([2, 0, 1], "int64"), fixed([3, 3, 0], "int64"), dtypes=ALL)
case("get two tensors broadcast", lambda a, b, c: a[b, c], draw(3, 4), fixed([[2], [0]], "int64"), fixed([3, 1, 0], "int64"))
case("get tensor behind slice", lambda a, b: a[:, b], draw(2, 4), fixed([3, 0], "int64"), dtypes=ALL)
case("get tensor and slice", lambda a, b: a[b, 1:], draw(3, 4), fixed([2, 0], "int64"))
case("get integer and tensor", lambda a, b: a[1, b], draw(2, 4), fixed([3, 0], "int64"))
case("get tensor and integer", lambda a, b: a[b, 1], draw(3, 4), fixed([2, 0], "int64"))
case("get tensors around a slice", lambda a, b, c: a[b, :, c], draw(3, 2, 4), fixed([2, 0], "int64"), fixed([1, 3], "int64"))
case("get tensors behind each other", lambda a, b, c: a[:, b, c], draw(2, 3, 4), fixed([2, 0], "int64"), fixed([1, 3], "int64"))
case("get tensor behind ellipsis", lambda a, b: a[..., b], draw(2, 2, 4), fixed([3, 0], "int64"))
case("get tensor behind none", lambda a, b: a[None, b], draw(3, 2), fixed([2, 0], "int64"))
case("get tensor slice with step", lambda a, b: a[::2, b], draw(3, 4), fixed([3, 0], "int64"))
case("get scalar tensor", lambda a, b: a[b], draw(3, 4), fixed(1, "int64"))
case("get scalar tensor of 32 bits", lambda a, b: a[:, b], draw(3, 4), fixed(1, "int32"))
case("get empty tensor", lambda a, b: a[b], draw(3, 4), fixed([], "int64"), grad=False)
case("get logits of labels", lambda a, b: a[torch.arange(3), b], draw(3, 4), fixed([3, 0, 2], "int64"))
case("index of tensors", lambda a, b: a[b], draw(4), fixed([3, 0, 2], "int64"))
case("index of indices", lambda a: a[0, 1:], draw(2, 3))

# get: masks
case("get mask", lambda a, b: a[b], draw(2, 3), fixed([[True, False, True], [False, True, False]], "bool"), dtypes=ALL)
case("get mask of rows", lambda a, b: a[b], draw(3, 2), fixed([True, False, True], "bool"))
case("get mask of columns", lambda a, b: a[:, b], draw(2, 3), fixed([True, False, True], "bool"))
case("get mask of nothing", lambda a, b: a[b], draw(3), fixed([False, False, False], "bool"), grad=False)
case("get mask and integer", lambda a, b: a[b, 0], draw(3, 2), fixed([True, False, True], "bool"))
case("get mask of the condition", lambda a: a[a > 0], spaced(2, 4), dtypes=NUMBERS)
case("get mask and slice", lambda a, b: a[b, 1:], draw(3, 2), fixed([True, False, True], "bool"))
case("get mask and tensor", lambda a, b, c: a[b, c], draw(3, 4), fixed([True, False, True], "bool"), fixed([1, 3], "int64"))
case("get matrix mask of three dimensions", lambda a, b: a[b], draw(2, 2, 3), fixed([[True, False], [True, True]], "bool"))
case("get matrix mask behind slice", lambda a, b: a[1:, b], draw(2, 2, 2), fixed([[True, False], [True, True]], "bool"))
case("get mask of last dimensions", lambda a, b: a[0, b], draw(2, 2, 2), fixed([[True, False], [True, True]], "bool"))
case("get mask behind ellipsis", lambda a, b: a[..., b], draw(2, 2, 3), fixed([True, False, True], "bool"))
case("get scalar mask", lambda a, b: a[b], draw(2, 2), fixed(True, "bool"))
case("get byte mask", lambda a, b: a[b], draw(3, 2), fixed([1, 0, 1], "uint8"))

# set
case("set number", lambda a: put(a, at[1, 0], 2.5), draw(3, 2))
case("set number by condition", lambda a: put(a, a > 0, 0), spaced(2, 4), dtypes=FLOATS)
case("set i", lambda a, b: put(a, 1, b), draw(3, 2), draw(2), dtypes=ALL)
case("set i broadcast", lambda a, b: put(a, 1, b), draw(3, 2), fixed(0.5))
case("set i with leading ones", lambda a, b: put(a, 1, b), draw(3, 2), draw(1, 1, 2))
case("set i j", lambda a, b: put(a, at[1, 0], b), draw(3, 2), fixed(0.5), dtypes=ALL)
case("set i j k", lambda a, b: put(a, at[1, 0, -1], b), draw(3, 2, 2), fixed(0.5))
case("set 4 integers", lambda a, b: put(a, at[1, 0, -1, 0], b), draw(2, 2, 2, 1), fixed(0.5))
case("set 5 integers", lambda a, b: put(a, at[1, 0, -1, 0, 0], b), draw(2, 2, 2, 1, 1), fixed(0.5))
case("set 6 integers", lambda a, b: put(a, at[1, 0, -1, 0, 0, 0], b), draw(2, 2, 2, 1, 1, 1), fixed(0.5))
case("set 7 integers", lambda a, b: put(a, at[1, 0, -1, 0, 0, 0, 0], b), draw(2, 2, 2, 1, 1, 1, 1), fixed(0.5))
case("set all", lambda a, b: put(a, at[:], b), draw(3, 2), draw(2))
case("set slice", lambda a, b: put(a, at[1:], b), draw(3, 2), draw(2, 2), dtypes=ALL)
case("set slice broadcast", lambda a, b: put(a, at[1:], b), draw(3, 2), draw(2))
case("set slice with leading ones", lambda a, b: put(a, at[1:, 0], b), draw(3, 2), draw(1, 2))
case("set step", lambda a, b: put(a, at[:, ::2], b), draw(2, 5), draw(3))
case("set column", lambda a, b: put(a, at[:, 1], b), draw(3, 2), draw(3))
case("set ellipsis", lambda a, b: put(a, at[..., 0], b), draw(2, 2, 2), draw(2, 2))
case("set only ellipsis", lambda a, b: put(a, at[...], b), draw(2, 2), draw(2))
case("set none", lambda a, b: put(a, at[None, 1], b), draw(2, 2), draw(1, 2))
case("set true", lambda a, b: put(a, True, b), draw(2, 2), draw(2))
case("set false", lambda a, b: put(a, False, b), draw(2, 2), draw(2))
case("set tensor", lambda a, b, c: put(a, b, c), draw(4, 2), fixed([3, 0], "int64"), draw(2, 2), dtypes=ALL)
case("set tensor broadcast", lambda a, b, c: put(a, b, c), draw(4, 2), fixed([3, 0], "int64"), draw(2))
case("set tensor behind slice", lambda a, b, c: put(a, at[:, b], c), draw(2, 4), fixed([3, 0], "int64"), draw(2, 2))
case("set tensor behind shorter slice", lambda a, b, c: put(a, at[1:, b], c), draw(3, 4), fixed([3, 0], "int64"), draw(2))
case("set two tensors", lambda a, b, c, d: put(a, at[b, c], d), draw(3, 4), fixed([2, 0], "int64"), fixed([3, 1], "int64"), draw(2))
case("set scalar tensor index", lambda a, b, c: put(a, b, c), draw(3, 2), fixed(1, "int64"), draw(2))
case("set mask", lambda a, b, c: put(a, b, c), draw(2, 2), fixed([[True, False], [True, True]], "bool"), draw(3), dtypes=ALL)
case("set mask broadcast", lambda a, b, c: put(a, b, c), draw(2, 2), fixed([[True, False], [True, True]], "bool"), fixed(0.5))
case("set mask of rows", lambda a, b, c: put(a, b, c), draw(3, 2), fixed([True, False, True], "bool"), draw(2))
case("set mask and slice", lambda a, b, c: put(a, at[b, 1:], c), draw(3, 3), fixed([True, False, True], "bool"), draw(2, 2))
case("set with leading ones through a tensor", lambda a, b, c: put(a, b, c), draw(4), fixed([3, 0], "int64"), draw(1, 2))
case("set converts the type", lambda a, b: put(a, 0, b), draw(2, 2), fixed([1, 2], "int32"), dtypes=FLOATS)
case("set number by slice", lambda a: put(a, at[1:, 0], 2.5), draw(3, 2))
case("set number by mask", lambda a, b: put(a, b, 1), draw(3), fixed([True, False, True], "bool"), dtypes=ALL)
case("index_put_", lambda a, b, c: a.index_put_((b,), c), draw(3, 2), fixed([2, 0], "int64"), draw(2, 2))
case("index_put_ accumulate", lambda a, b, c: a.index_put_((b,), c, accumulate=True),
     draw(3), fixed([2, 0, 2], "int64"), draw(3), dtypes=NUMBERS)
case("index_put_ accumulate slice", lambda a, b: put(a, at[1:], a[1:] + b), draw(3, 2), draw(2))

# operators: choosing
case("select", lambda a: a.select(1, -1), draw(2, 3), dtypes=ALL)
case("index_select", lambda a, b: a.index_select(1, b), draw(2, 3), fixed([2, 0, 2], "int64"), dtypes=ALL)
case("gather", lambda a, b: a.gather(1, b), draw(2, 3), fixed([[2, 0], [1, 1]], "int64"), dtypes=ALL)
case("gather sparse", lambda a, b: torch.gather(a, 0, b), draw(2, 3), fixed([[1, 0, 1]], "int64"))
case("take", lambda a, b: a.take(b), draw(2, 3), fixed([[5, 0], [-1, 2]], "int64"), dtypes=ALL)
case("take_along_dim", lambda a, b: torch.take_along_dim(a, b, 1), draw(2, 3), fixed([[2], [0]], "int64"), dtypes=ALL)
case("take_along_dim flat", lambda a, b: torch.take_along_dim(a, b), draw(2, 3), fixed([4, 1], "int64"))
case("take_along_dim list", lambda a: torch.take_along_dim(a, torch.tensor([4, 1])), draw(2, 3))
case("masked_select", lambda a, b: a.masked_select(b), draw(2, 3), fixed([True, False, True], "bool"), dtypes=ALL)
case("nonzero", lambda a: a.nonzero(), fixed([[1, 0, 2], [0, 0, 3]]), dtypes=ALL, grad=False)
case("nonzero_as_list", lambda a: a.nonzero(as_tuple=True), fixed([[1, 0, 2], [0, 0, 3]]), dtypes=ALL, grad=False)
case("argwhere", lambda a: torch.argwhere(a), fixed([[1, 0, 2], [0, 0, 3]]), dtypes=ALL, grad=False)

# operators: writing
case("index_add", lambda a, b, c: a.index_add(0, b, c, alpha=2), draw(3, 2), fixed([2, 0, 2], "int64"), draw(3, 2), dtypes=NUMBERS)
case("index_add_", lambda a, b, c: a.index_add_(1, b, c, alpha=1), draw(2, 3), fixed([2, 0], "int64"), draw(2, 2), dtypes=NUMBERS)
case("index_copy", lambda a, b, c: a.index_copy(0, b, c), draw(3, 2), fixed([2, 0], "int64"), draw(2, 2), dtypes=ALL)
case("index_copy_", lambda a, b, c: a.index_copy_(1, b, c), draw(2, 3), fixed([2, 0], "int64"), draw(2, 2))
case("index_fill", lambda a, b: a.index_fill(1, b, 3), draw(2, 3), fixed([2, 0], "int64"), dtypes=ALL)
case("index_fill_", lambda a, b: a.index_fill_(0, b, -1), draw(3, 2), fixed([2, 0], "int64"), dtypes=NUMBERS)
case("scatter", lambda a, b, c: a.scatter(1, b, c), draw(2, 3), fixed([[2, 0], [1, 2]], "int64"), draw(2, 2), dtypes=ALL)
case("scatter_", lambda a, b, c: a.scatter_(0, b, c), draw(3, 2), fixed([[2, 0]], "int64"), draw(1, 2), dtypes=ALL)
case("scatter_add", lambda a, b, c: a.scatter_add(1, b, c), draw(2, 3), fixed([[2, 2], [1, 2]], "int64"), draw(2, 2), dtypes=NUMBERS)
case("scatter_add_", lambda a, b, c: a.scatter_add_(0, b, c), draw(3, 2), fixed([[2, 0]], "int64"), draw(1, 2), dtypes=NUMBERS)
case("diagonal_scatter", lambda a, b: a.diagonal_scatter(b, 1), draw(3, 3), draw(2), dtypes=ALL)
case("select_scatter", lambda a, b: a.select_scatter(b, 1, 2), draw(2, 3), draw(2), dtypes=ALL)
case("slice_scatter", lambda a, b: a.slice_scatter(b, 0, 1, 4, 2), draw(5, 2), draw(2, 2), dtypes=ALL)
case("slice_scatter whole", lambda a, b: a.slice_scatter(b, dim=0, start=None, end=None, step=1), draw(2, 2), draw(2, 2))
case("masked_scatter", lambda a, b, c: a.masked_scatter(b, c),
     draw(2, 2), fixed([[True, False], [True, True]], "bool"), draw(4), dtypes=ALL)
case("masked_scatter_", lambda a, b, c: a.masked_scatter_(b, c), draw(2, 2), fixed([[True, False], [True, True]], "bool"), draw(3))

# operators: searching
case("searchsorted", lambda a, b: torch.searchsorted(a, b),
     fixed([1, 3, 3, 5]), fixed([[0, 3], [4, 9]]), dtypes=WIDE + INTEGERS, grad=False)
case("searchsorted right", lambda a, b: torch.searchsorted(a, b, out_int32=True, right=True),
     fixed([1, 3, 3, 5]), fixed([3, 4]), dtypes=WIDE, grad=False)
case("searchsorted sorter", lambda a, b, c: torch.searchsorted(a, b, sorter=c),
     fixed([3, 1, 5]), fixed([2, 4]), fixed([1, 0, 2], "int64"), dtypes=WIDE, grad=False)
case("searchsorted number", lambda a: torch.searchsorted(a, 3.0, right=True), fixed([1, 3, 5]), dtypes=WIDE, grad=False)
case("bucketize", lambda a, b: torch.bucketize(a, b), fixed([[0, 3], [4, 9]]), fixed([1, 3, 5]), dtypes=WIDE + INTEGERS, grad=False)
case("bucketize right", lambda a, b: torch.bucketize(a, b, out_int32=True, right=True),
     fixed([0, 3]), fixed([1, 3, 5]), dtypes=WIDE, grad=False)
write()
