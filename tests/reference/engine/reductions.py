"""Reductions, cumulative sums and their kind; spaced inputs where elements are chosen."""
import torch

from cases import ALL, FLOATS, INTEGERS, NUMBERS, WIDE, case, draw, fixed, spaced, write

# sum, product, mean
case("sum", lambda a: a.sum(), draw(2, 3), dtypes=ALL)
case("sum in float64", lambda a: a.sum(dtype=torch.float64), draw(2, 3), dtypes=ALL)
# integers
case("sum in int32", lambda a: a.sum(dtype=torch.int32), draw(2, 3), dtypes=ALL, grad=False)
case("sum along one dimension", lambda a: a.sum(1), draw(2, 3), dtypes=ALL)
case("sum along two dimensions", lambda a: a.sum((0, 2), keepdim=True), draw(2, 2, 3))
case("sum along three dimensions", lambda a: a.sum((0, 1, 2)), draw(2, 2, 3))
case("sum along an array of dimensions", lambda a: a.sum((-1, 0), True, dtype=torch.float64), draw(2, 2, 3), dtypes=NUMBERS)
case("sum along a span of dimensions", lambda a: a.sum((1, 2)), draw(2, 2, 3))
case("sum of nothing", lambda a: a.sum(), draw(0), dtypes=ALL)
# central differences of NaN
case("nansum", lambda a: torch.nansum(a), fixed([1.0, float('nan'), 2.5]), dtypes=FLOATS, grad=False)
case("nansum of numbers", lambda a: torch.nansum(a), draw(2, 3), dtypes=ALL)
case("prod", lambda a: a.prod(), draw(2, 3), dtypes=ALL)
case("prod in float64", lambda a: a.prod(dtype=torch.float64), draw(2, 3), dtypes=ALL)
case("prod along a dimension", lambda a: a.prod(1, True), draw(2, 3), dtypes=ALL)
# no elements
case("prod of nothing", lambda a: a.prod(), draw(0), dtypes=ALL, grad=False)
case("mean", lambda a: a.mean(), draw(2, 3), dtypes=FLOATS + ("int64", "bool"))
case("mean along dimensions", lambda a: a.mean((0, 2), True), draw(2, 2, 3), dtypes=FLOATS + ("int64",))
case("mean in float64", lambda a: a.mean((1,), dtype=torch.float64), draw(2, 3), dtypes=ALL)
# NaN
case("mean of nothing", lambda a: a.mean(), draw(0), grad=False)
# central differences of NaN
case("nanmean", lambda a: torch.nanmean(a), fixed([1.0, float('nan'), 2.5]), grad=False)
case("nanmean along a dimension", lambda a: torch.nanmean(a, 1, True, dtype=torch.float64), draw(2, 3))

# deviation and variance
case("std", lambda a: a.std(), draw(2, 3), dtypes=FLOATS + ("int64",))
case("std biased", lambda a: a.std(False), draw(2, 3))
case("std along a dimension", lambda a: a.std(1), draw(2, 3))
case("std along a dimension, biased", lambda a: a.std(0, False, True), draw(2, 3))
case("std along two dimensions", lambda a: a.std((0, 2)), draw(2, 2, 3))
case("std along three dimensions", lambda a: torch.std(a, (0, 1, 2), False), draw(2, 2, 3))
case("std along an array of dimensions", lambda a: a.std((0, -1), True, True), draw(2, 2, 3))
case("std along a span of dimensions", lambda a: a.std((1, 2), False), draw(2, 2, 3))
case("std_mean", lambda a: torch.std_mean(a), draw(2, 3))
case("std_mean biased", lambda a: torch.std_mean(a, False), draw(2, 3))
case("std_mean along a dimension", lambda a: torch.std_mean(a, 1, True, True), draw(2, 3))
case("std_mean along two dimensions", lambda a: torch.std_mean(a, (0, 2)), draw(2, 2, 3))
case("std_mean along three dimensions", lambda a: torch.std_mean(a, (0, 1, 2), False), draw(2, 2, 3))
case("std_mean along an array of dimensions", lambda a: torch.std_mean(a, (0, 1)), draw(2, 2, 3))
case("std_mean along a span of dimensions", lambda a: torch.std_mean(a, (0, 1), False), draw(2, 2, 3))
case("var", lambda a: a.var(), draw(2, 3), dtypes=FLOATS + ("int64",))
case("var biased", lambda a: a.var(False), draw(2, 3))
case("var along a dimension", lambda a: a.var(1), draw(2, 3))
case("var along a dimension, biased", lambda a: a.var(0, False, True), draw(2, 3))
case("var along two dimensions", lambda a: a.var((0, 2)), draw(2, 2, 3))
case("var along three dimensions", lambda a: torch.var(a, (0, 1, 2), False), draw(2, 2, 3))
case("var along an array of dimensions", lambda a: a.var((0, -1), True, True), draw(2, 2, 3))
case("var along a span of dimensions", lambda a: a.var((1, 2), False), draw(2, 2, 3))
case("var_mean", lambda a: torch.var_mean(a), draw(2, 3))
case("var_mean biased", lambda a: torch.var_mean(a, False), draw(2, 3))
case("var_mean along a dimension", lambda a: torch.var_mean(a, 1, True, True), draw(2, 3))
case("var_mean along two dimensions", lambda a: torch.var_mean(a, (0, 2)), draw(2, 2, 3))
case("var_mean along three dimensions", lambda a: torch.var_mean(a, (0, 1, 2), False), draw(2, 2, 3))
case("var_mean along an array of dimensions", lambda a: torch.var_mean(a, (0, 1)), draw(2, 2, 3))
case("var_mean along a span of dimensions", lambda a: torch.var_mean(a, (0, 1), False), draw(2, 2, 3))
# NaN
case("std of one element", lambda a: a.std(), fixed([1.5]), grad=False)

# extremes
case("max", lambda a: a.max(), spaced(2, 3), dtypes=ALL)
case("max along a dimension", lambda a: a.max(1), spaced(2, 3), dtypes=ALL)
case("max along a dimension that stays", lambda a: torch.max(a, 0, True), spaced(2, 3))
# NaN
case("max with NaN", lambda a: a.max(), fixed([1.0, float('nan'), 3.0]), grad=False)
# an index
case("argmax", lambda a: a.argmax(), spaced(2, 3), dtypes=ALL, grad=False)
case("argmax along a dimension", lambda a: a.argmax(1, True), spaced(2, 3), dtypes=NUMBERS, grad=False)
case("argmax with NaN", lambda a: a.argmax(), fixed([1.0, float('nan'), 3.0]), grad=False)
case("amax", lambda a: a.amax((0, 2)), spaced(2, 2, 3), dtypes=ALL)
case("amax of an array of dimensions", lambda a: a.amax((1,), True), spaced(2, 3))
case("amax of a span of dimensions", lambda a: a.amax((0,), True), spaced(2, 3))
# out= takes no gradient
case("amax into a given tensor", lambda a: a.amax((0,)), spaced(2, 3), dtypes=NUMBERS, grad=False)
case("cummax", lambda a: torch.cummax(a, 1), spaced(2, 3), dtypes=ALL)
case("min", lambda a: a.min(), spaced(2, 3), dtypes=ALL)
case("min along a dimension", lambda a: a.min(1), spaced(2, 3), dtypes=ALL)
case("min along a dimension that stays", lambda a: torch.min(a, 0, True), spaced(2, 3))
# NaN
case("min with NaN", lambda a: a.min(), fixed([1.0, float('nan'), 3.0]), grad=False)
# an index
case("argmin", lambda a: a.argmin(), spaced(2, 3), dtypes=ALL, grad=False)
case("argmin along a dimension", lambda a: a.argmin(1, True), spaced(2, 3), dtypes=NUMBERS, grad=False)
case("argmin with NaN", lambda a: a.argmin(), fixed([1.0, float('nan'), 3.0]), grad=False)
case("amin", lambda a: a.amin((0, 2)), spaced(2, 2, 3), dtypes=ALL)
case("amin of an array of dimensions", lambda a: a.amin((1,), True), spaced(2, 3))
case("amin of a span of dimensions", lambda a: a.amin((0,), True), spaced(2, 3))
# out= takes no gradient
case("amin into a given tensor", lambda a: a.amin((0,)), spaced(2, 3), dtypes=NUMBERS, grad=False)
case("cummin", lambda a: torch.cummin(a, 1), spaced(2, 3), dtypes=ALL)
# libtorch 1.13 has no derivative
case("aminmax", lambda a: torch.aminmax(a), spaced(2, 3), dtypes=ALL, grad=False)
case("aminmax along a dimension", lambda a: torch.aminmax(a, dim=0, keepdim=True), spaced(2, 3), grad=False)
# Boolean
case("all", lambda a: a.all(), fixed([1, 2, 0]), dtypes=ALL + ("uint8",), grad=False)
case("all along a dimension", lambda a: a.all(1, True), fixed([[1, 2], [0, 1]]), dtypes=ALL, grad=False)
case("any", lambda a: a.any(), fixed([0, 2, 0]), dtypes=ALL + ("uint8",), grad=False)
case("any along a dimension", lambda a: a.any(0), fixed([[0, 2], [0, 1]]), dtypes=ALL, grad=False)
case("all of nothing", lambda a: a.all(), draw(0), dtypes=ALL, grad=False)
case("any of nothing", lambda a: a.any(), draw(0), dtypes=ALL, grad=False)

# order statistics
case("median", lambda a: a.median(), spaced(2, 4), dtypes=NUMBERS)
case("median with NaN", lambda a: a.median(), fixed([1.0, float('nan'), 3.0]), grad=False)
case("nanmedian", lambda a: a.nanmedian(), fixed([1.0, float('nan'), 3.0, 2.0]), grad=False)
case("nanmedian of numbers", lambda a: a.nanmedian(), spaced(2, 3), dtypes=NUMBERS)
# an element that moves is no longer the most frequent
case("mode", lambda a: torch.mode(a)[0], fixed([[2.0, 2.0, 1.0], [3.0, 1.0, 1.0]]), dtypes=("float64", "float32", "int64"), grad=False)
case("mode along a dimension", lambda a: torch.mode(a, 0, True)[0], fixed([[2.0, 5.0], [2.0, 1.0], [3.0, 1.0]]), dtypes=("float64", "int64"), grad=False)
case("quantile", lambda a, b: torch.quantile(a, b), spaced(2, 3), fixed([0.25, 0.5, 0.9]), dtypes=WIDE)
case("quantile along a dimension", lambda a, b: torch.quantile(a, b, 1, True), spaced(2, 3), fixed([0.3, 0.7]), dtypes=WIDE)
case("nanquantile", lambda a, b: torch.nanquantile(a, b), fixed([1.0, float('nan'), 3.0, 2.0]), fixed([0.25, 0.5]), dtypes=WIDE, grad=False)
case("nanquantile along a dimension", lambda a, b: torch.nanquantile(a, b, 0), spaced(3, 2), fixed([0.3, 0.7]), dtypes=WIDE)

# norms and sums of exponentials
case("norm", lambda a: a.norm(), draw(2, 3))
case("norm of order 1", lambda a: a.norm(1), draw(2, 3))
case("norm of order 3", lambda a: a.norm(3), draw(2, 3))
case("infinity norm", lambda a: a.norm(float('inf')), spaced(2, 3, low=0.1, high=2.0))
case("norm along a dimension", lambda a: a.norm(2, 1, True), draw(2, 3))
case("norm of order 1 along a dimension", lambda a: a.norm(1, 0), draw(2, 3))
case("renorm", lambda a: torch.renorm(a, 2, 0, 1.5), draw(2, 3))
case("dist", lambda a, b: torch.dist(a, b), draw(2, 3), draw(3))
case("dist of order 1", lambda a, b: torch.dist(a, b, 1), draw(2, 3), draw(3))
case("logsumexp", lambda a: torch.logsumexp(a, 1), draw(2, 3), dtypes=ALL)
case("logsumexp of a dimension that stays", lambda a: torch.logsumexp(a, 0, True), draw(2, 3))

# along a dimension, same shape
case("cumsum", lambda a: a.cumsum(1), draw(2, 3), dtypes=ALL)
case("cumsum in float64", lambda a: a.cumsum(0, dtype=torch.float64), draw(2, 3), dtypes=ALL)
case("cumprod", lambda a: a.cumprod(1), draw(2, 3), dtypes=ALL)
case("cumprod in float64", lambda a: torch.cumprod(a, 0, dtype=torch.float64), draw(2, 3), dtypes=ALL)
case("logcumsumexp", lambda a: torch.logcumsumexp(a, 1), draw(2, 3), dtypes=WIDE + ("bfloat16",))
case("diff", lambda a: torch.diff(a), draw(2, 4), dtypes=ALL)
case("diff of order 2 with ends", lambda a, b, c: torch.diff(a, 2, 1, b, c), draw(2, 3), draw(2, 1), draw(2, 2))

# areas
case("trapezoid", lambda a: torch.trapezoid(a), draw(2, 3), dtypes=WIDE + ("int64",))
case("trapezoid with a step", lambda a: torch.trapezoid(a, dx=0.5, dim=0), draw(2, 3))
case("trapezoid with places", lambda a, b: torch.trapezoid(a, b), draw(2, 3), draw(3))
case("cumulative_trapezoid", lambda a: torch.cumulative_trapezoid(a), draw(2, 3), dtypes=WIDE + ("int64",))
case("cumulative_trapezoid with a step", lambda a: torch.cumulative_trapezoid(a, dx=0.5, dim=0), draw(2, 3))
case("cumulative_trapezoid with places", lambda a, b: torch.cumulative_trapezoid(a, b), draw(2, 3), draw(3))
case("trapz", lambda a: torch.trapz(a, dx=0.5), draw(2, 3))
case("trapz with places", lambda a, b: torch.trapz(a, b, dim=1), draw(2, 3), draw(3))

# counts and distinct elements; no derivatives
case("count_nonzero", lambda a: torch.count_nonzero(a), fixed([[0, 1, 2], [0, 0, 3]]), dtypes=ALL, grad=False)
case("count_nonzero along a dimension", lambda a: torch.count_nonzero(a, 1), fixed([[0, 1, 2], [0, 0, 3]]), dtypes=ALL, grad=False)
case("count_nonzero along two dimensions", lambda a: torch.count_nonzero(a, (0, 1)), fixed([[0, 1, 2], [0, 0, 3]]), dtypes=ALL, grad=False)
case("bincount", lambda a: torch.bincount(a), fixed([0, 3, 3, 1]), dtypes=INTEGERS + ("uint8",), grad=False)
case("bincount with weights", lambda a, b: torch.bincount(a, b, 6), fixed([0, 3, 3, 1], "int64"), draw(4), dtypes=WIDE, grad=False)
case("histc", lambda a: torch.histc(a, 4, -2, 2), draw(9), dtypes=WIDE, grad=False)
case("histc of the whole range", lambda a: torch.histc(a, 3), draw(9), dtypes=WIDE, grad=False)
case("histogram", lambda a: torch.histogram(a, 3, range=(-1.0, 2.0)), draw(9), dtypes=WIDE, grad=False)
case("histogram with weights and density", lambda a, b: torch.histogram(a, 4, weight=b, density=True), draw(9), draw(9, low=0.1, high=1.0), dtypes=WIDE, grad=False)
case("histogram of given edges", lambda a, b: torch.histogram(a, b), draw(9), fixed([-2, 0, 0.5, 2]), dtypes=WIDE, grad=False)
case("unique", lambda a: torch.unique(a), fixed([3, 1, 3, 2, 1]), dtypes=NUMBERS, grad=False)
case("unique with inverse and counts", lambda a: torch.unique(a, return_inverse=True, return_counts=True), fixed([3, 1, 3, 2, 1]), dtypes=("float64", "int64"), grad=False)
case("unique rows", lambda a: torch.unique(a, return_inverse=True, return_counts=True, dim=0), fixed([[1, 2], [3, 4], [1, 2]]), dtypes=("float64", "int64"), grad=False)
case("unique_consecutive", lambda a: torch.unique_consecutive(a, return_inverse=True, return_counts=True), fixed([1, 1, 2, 2, 1]), dtypes=("float64", "int64"), grad=False)
case("unique_consecutive rows", lambda a: torch.unique_consecutive(a, dim=0), fixed([[1, 2], [1, 2], [3, 4]]), dtypes=("float64", "int64"), grad=False)

write()
