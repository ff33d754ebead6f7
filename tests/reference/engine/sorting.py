"""Reference values of sorting and choosing the largest."""
import torch

from cases import ALL, NUMBERS, WIDE, case, fixed, spaced, write

case("sort", lambda a: a.sort(stable=True), spaced(3, 4), dtypes=WIDE)
case("sort descending", lambda a: a.sort(0, descending=True), spaced(3, 4), dtypes=WIDE)
case("sort values", lambda a: torch.sort(a, 1).values, spaced(3, 4), dtypes=ALL)
case("sort stable", lambda a: torch.sort(a, stable=True, dim=0, descending=True), fixed([2, 1, 2, 1, 3, 1]), dtypes=NUMBERS, grad=False)
case("argsort", lambda a: a.argsort(), spaced(2, 4), dtypes=WIDE, grad=False)
case("argsort descending", lambda a: torch.argsort(a, 0, True), spaced(4, 2), dtypes=WIDE, grad=False)
case("topk", lambda a: a.topk(2), spaced(3, 4), dtypes=WIDE + ("bfloat16",))
case("topk smallest", lambda a: torch.topk(a, 3, 0, False), spaced(5, 2), dtypes=WIDE)
case("topk values", lambda a: a.topk(2, 0).values, spaced(5, 2), dtypes=WIDE + ("bfloat16", "int64", "int32", "int8"))
case("topk unsorted", lambda a: a.topk(4, sorted=False).values.sort().values, spaced(6), dtypes=WIDE)
case("msort", lambda a: a.msort(), spaced(4, 2), dtypes=NUMBERS)
case("kthvalue", lambda a: a.kthvalue(2), spaced(3, 4), dtypes=WIDE)
case("kthvalue keepdim", lambda a: torch.kthvalue(a, 3, 0, True), spaced(4, 2), dtypes=WIDE)
write()
