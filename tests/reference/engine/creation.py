"""Creation, conversion and copying. The first input's dtype is the dtype of what is created."""
import torch

from cases import ALL, FLOATS, INTEGERS, NUMBERS, WIDE, case, draw, fixed, write

CODES = {torch.uint8: 0, torch.int8: 1, torch.int16: 2, torch.int32: 3, torch.int64: 4, torch.float16: 5, torch.float32: 6,
         torch.float64: 7, torch.complex64: 9, torch.complex128: 10, torch.bool: 11, torch.bfloat16: 15}


def made(name, function, dtypes=ALL + ("uint8", "int16")):
    # grad=False: what is created depends on no input.
    case(name, lambda t: function(t.dtype), draw(1), dtypes=dtypes, grad=False)


made("empty filled", lambda d: torch.empty(2, 3, dtype=d).fill_(3))
made("empty zeroed", lambda d: torch.empty(4, dtype=d).zero_())
made("empty strided", lambda d: torch.empty_strided((2, 3), (1, 2), dtype=d).fill_(1))
made("zeros", lambda d: torch.zeros(2, 3, dtype=d))
made("zeros without dimensions", lambda d: torch.zeros((), dtype=d))
made("zeros without elements", lambda d: torch.zeros(2, 0, 3, dtype=d))
made("ones", lambda d: torch.ones(2, 1, 2, dtype=d))
made("full", lambda d: torch.full((3, 2), 1.75, dtype=d))
made("full with an integer", lambda d: torch.full((3,), 5, dtype=d))
made("eye", lambda d: torch.eye(3, dtype=d))
made("eye wide", lambda d: torch.eye(2, 4, dtype=d))
made("arange", lambda d: torch.arange(5, dtype=d), NUMBERS)
made("arange from", lambda d: torch.arange(2, 7, dtype=d), NUMBERS)
made("arange step", lambda d: torch.arange(10, 1, -3, dtype=d), NUMBERS)
made("arange fraction", lambda d: torch.arange(0.5, 2, 0.25, dtype=d), FLOATS)
made("linspace", lambda d: torch.linspace(-1, 2, 7, dtype=d), FLOATS)
made("linspace of one", lambda d: torch.linspace(3, 8, 1, dtype=d), FLOATS + INTEGERS)
made("linspace of integers", lambda d: torch.linspace(0, 10, 5, dtype=d), INTEGERS)
made("logspace", lambda d: torch.logspace(-1, 1, 5, dtype=d), FLOATS)
made("logspace base 2", lambda d: torch.logspace(0, 3, 4, base=2, dtype=d), WIDE + INTEGERS)
# What follows takes the dtype that it gets when none is asked for.
case("defaults", lambda t: [torch.zeros(1), torch.ones(1), torch.eye(1), torch.full((1,), 2.0), torch.full((1,), 2), torch.arange(2),
     torch.arange(2.0), torch.arange(0, 2), torch.arange(0, 1, 0.5), torch.linspace(0, 1, 2), torch.logspace(0, 1, 2)],
     draw(1), dtypes=("float64",), grad=False)
case("empty_like", lambda t: torch.empty_like(t).fill_(2), draw(2, 3), dtypes=ALL, grad=False)
case("zeros_like", torch.zeros_like, draw(2, 3), dtypes=ALL, grad=False)
case("ones_like", torch.ones_like, draw(2, 3), dtypes=ALL, grad=False)
case("full_like", lambda t: torch.full_like(t, 3), draw(2, 3), dtypes=ALL, grad=False)
case("like, of another dtype", lambda t: [torch.zeros_like(t, dtype=torch.int32), torch.ones_like(t, dtype=torch.bool),
     torch.full_like(t, 0.1, dtype=torch.float16)], draw(2), dtypes=ALL, grad=False)
case("new", lambda t: [t.new_empty(2).fill_(1), t.new_zeros(2, 3), t.new_ones(3), t.new_full((2, 2), 4)], draw(2), dtypes=ALL, grad=False)
case("new, of another dtype", lambda t: [t.new_zeros(2, dtype=torch.int64), t.new_full((1,), 1.5, dtype=torch.float32)],
     draw(2), dtypes=ALL, grad=False)

for target in ("float64", "float32", "bfloat16", "float16", "int64", "int32", "int16", "int8", "uint8", "bool"):
    # A negative number as uint8 is not defined: those have a case of their own sign. grad only where a gradient comes back.
    case(f"to {target}", lambda t, target=target: t.to(getattr(torch, target)), draw(3, low=0.0, high=9.0), dtypes=ALL,
         grad=target == "float64")
case("to the cpu", lambda t: t.to("cpu", torch.float32), draw(3), dtypes=ALL, grad=False)  # float32: too coarse for differences
case("to the cpu as it is", lambda t: t.to("cpu"), draw(3), dtypes=ALL)
case("type_as", lambda a, b: a.type_as(b), draw(3), fixed([1.0], "float64"), dtypes=ALL)
case("clone", lambda t: t.clone(), draw(2, 3), dtypes=ALL)
case("contiguous", lambda t: t.t().contiguous(), draw(2, 3), dtypes=ALL)
case("alias", lambda t: torch.ops.aten.alias(t), draw(2, 3), dtypes=ALL)
case("detach", lambda t: t.detach(), draw(2, 3), dtypes=ALL, grad=False)  # cuts the graph
case("copy_", lambda a, b: a.clone().copy_(b), draw(2, 3), draw(2, 3), dtypes=ALL)
case("copy_ broadcast", lambda a, b: a.clone().copy_(b), draw(2, 3), draw(3), dtypes=ALL)
case("copy_ converts", lambda a, b: a.clone().copy_(b), draw(2, 3), fixed([1.0, 0.0, 3.0], "float32"), dtypes=ALL, grad=False)
case("set_", lambda a, b: a.detach().set_(b), draw(2), draw(3, 2), dtypes=ALL, grad=False)  # leaves the graph
case("fill_", lambda a: a.clone().fill_(1.5), draw(2), dtypes=ALL, grad=False)
case("item", lambda a: torch.tensor(a.item(), dtype=torch.float64), fixed(1), dtypes=ALL, grad=False)
case("scalar to tensor", lambda a: [torch.scalar_tensor(2, dtype=torch.int64), torch.scalar_tensor(2.5, dtype=torch.float64),
     torch.scalar_tensor(True, dtype=torch.bool)], draw(1), dtypes=("float64",), grad=False)

# Types, as libtorch numbers them (half-precision complex numbers, which C# has not, would come out of complex ones).
KINDS = [kind for kind in CODES if not kind.is_complex]
case("promote_types", lambda t: torch.tensor([CODES[torch.promote_types(a, b)] for a in KINDS for b in KINDS]),
     draw(1), dtypes=("float64",), grad=False)
case("can_cast", lambda t: torch.tensor([torch.can_cast(a, b) for a in KINDS for b in KINDS]), draw(1), dtypes=("float64",), grad=False)
for shape_a in ((), (1,)):
    for shape_b in ((), (1,)):
        case(f"result_type {len(shape_a)} {len(shape_b)}",
             lambda t, a=shape_a, b=shape_b: torch.tensor([CODES[torch.result_type(torch.ones(a, dtype=x), torch.ones(b, dtype=y))]
                                                           for x in KINDS for y in KINDS]),
             draw(1), dtypes=("float64",), grad=False)
write()
