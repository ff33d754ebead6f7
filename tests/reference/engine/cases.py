"""What the generators of this folder share: they compute operator results with Python's torch, for the tests of the engine.

Run one from the root of the repository with Debian's python3-torch (1.13), for example
    python3 tests/reference/engine/pointwise.py
It writes the .json file of the same name beside itself. The tests call the same operators from C# with the same inputs
(tests/Engine.Tests/Operators). Inputs are drawn from a generator seeded with the case's name: adding a case changes no other.
"""
import json
import math
import os
import sys
import zlib

import numpy
import torch

FLOATS = ("float64", "float32", "bfloat16", "float16")
WIDE = ("float64", "float32")
INTEGERS = ("int64", "int32", "int8")
NUMBERS = FLOATS + INTEGERS
ALL = NUMBERS + ("bool",)

_cases = []


def draw(*shape, low=-2.0, high=2.0):
    """An input of the case's dtype, uniform in [low, high)."""
    return ("draw", shape, low, high)


def spaced(*shape, low=-2.0, high=2.0):
    """Like draw, but with elements apart from each other (in shuffled order): for max, sort, median and other choices."""
    return ("spaced", shape, low, high)


def fixed(values, dtype=None):
    """An input with these values; dtype None is the case's own."""
    return ("fixed", values, dtype)


def _numbers(array):
    def one(x):
        if isinstance(x, bool):
            return x
        if isinstance(x, float):
            return x if math.isfinite(x) else str(x)
        if isinstance(x, complex):
            return [one(x.real), one(x.imag)]
        return x
    return [one(x) for x in array]


def _dump(tensor):
    tensor = tensor.detach()
    values = tensor.to(torch.float64) if tensor.is_floating_point() else tensor
    return {
        "dtype": str(tensor.dtype).removeprefix("torch."),
        "shape": list(tensor.shape),
        "values": _numbers(values.reshape(-1).tolist()),
    }


def _input(spec, dtype, random):
    if spec[0] == "fixed":
        return torch.tensor(spec[1], dtype=getattr(torch, spec[2] or dtype))
    _, shape, low, high = spec
    count = math.prod(shape)
    if spec[0] == "spaced":
        numbers = random.permutation(low + (numpy.arange(count) + 0.5) * (high - low) / max(count, 1))
    else:
        numbers = random.uniform(low, high, size=count)
    kind = getattr(torch, dtype)
    if not kind.is_floating_point and not kind.is_complex and kind != torch.bool:
        numbers = numpy.round(numbers * 3)  # spread small ranges over several integers
        if dtype == "uint8":
            numbers = numpy.abs(numbers)
    if kind == torch.bool:
        numbers = numbers > (low + high) / 2
    return torch.tensor(numbers.tolist(), dtype=torch.float64).reshape(shape).to(kind)


def case(name, function, *inputs, dtypes=FLOATS, grad=True, note=None):
    """One operator (or one overload, or one choice of its options).

    name      what the C# table of the family calls it
    function  from the input tensors to a tensor or a sequence of tensors
    dtypes    the element types of inputs that do not fix their own
    grad      whether the C# test also checks gradients by central differences (float64, every floating input)
    A dtype for which Python's torch raises is stored as such: the C# call must raise too.
    """
    runs = []
    for dtype in dtypes:
        random = numpy.random.RandomState(zlib.crc32(name.encode()))
        tensors = [_input(spec, dtype, random) for spec in inputs]
        run = {"dtype": dtype, "inputs": [_dump(t) for t in tensors]}
        try:
            results = function(*[t.clone() for t in tensors])
            results = [results] if isinstance(results, torch.Tensor) else list(results)
            run["outputs"] = [_dump(r) for r in results]
        except (RuntimeError, NotImplementedError, IndexError, TypeError, ValueError) as error:
            if dtype in WIDE or dtype == dtypes[0]:
                raise RuntimeError(f"{name} fails for {dtype}") from error
            run["raises"] = str(error).splitlines()[0][:120]
        runs.append(run)
    entry = {"name": name, "grad": bool(grad), "runs": runs}
    if note:
        entry["note"] = note
    _cases.append(entry)


def write():
    """Writes the cases declared so far beside the calling script."""
    names = [c["name"] for c in _cases]
    doubles = {n for n in names if names.count(n) > 1}
    if doubles:
        raise RuntimeError(f"declared twice: {sorted(doubles)}")
    script = os.path.abspath(sys.argv[0])
    with open(os.path.splitext(script)[0] + ".json", "w", encoding="utf-8") as file:
        file.write('{"generator": "%s", "torch": "%s", "cases": [\n' % (os.path.basename(script), torch.__version__.split("+")[0]))
        file.write(",\n".join(json.dumps(c, separators=(",", ":")) for c in _cases))
        file.write("\n]}\n")
    print(f"{len(_cases)} cases")
