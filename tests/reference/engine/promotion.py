"""Which element type comes out of two: every pair, every kind of number, and what reductions do with integers."""
import torch

from cases import case, fixed, write

DTYPES = ("uint8", "int8", "int16", "int32", "int64", "float16", "bfloat16", "float32", "float64", "bool")

# grad=False: the values are tested elsewhere, here the types.
for one in DTYPES:
    for two in DTYPES:
        case(f"{one} + {two}", lambda a, b: a + b, fixed([1, 0], one), fixed([1, 1], two), dtypes=("float64",), grad=False)
        case(f"{one} + {two} without dimensions", lambda a, b: a + b, fixed([1, 0], one), fixed(1, two), dtypes=("float64",), grad=False)
        case(f"{one} / {two}", lambda a, b: a / b, fixed([1, 0], one), fixed([1, 1], two), dtypes=("float64",), grad=False)
for one in DTYPES:
    for name, number in (("2", 2), ("1.5", 1.5), ("true", True)):
        case(f"{one} + {name}", lambda a, number=number: a + number, fixed([1, 0], one), dtypes=("float64",), grad=False)
        case(f"{one} * {name}", lambda a, number=number: a * number, fixed([1, 0], one), dtypes=("float64",), grad=False)
    for name in ("sum", "square", "max", "any", "reciprocal", "sign", "isnan"):
        case(f"{name} of {one}", lambda a, name=name: getattr(torch, name)(a), fixed([1, 0], one), dtypes=("float64",), grad=False)
    if one != "float16":  # not on the CPU of torch 1.13
        case(f"cumsum of {one}", lambda a: a.cumsum(0), fixed([1, 0], one), dtypes=("float64",), grad=False)
write()
