"""Numbers that the tests of the random streams compare with, computed without the kit.

Run from the root of the repository: python3 tests/reference/randomness.py > tests/reference/randomness.json
NumPy 1.24, SciPy 1.10.
"""
import hashlib
import json
import struct

import numpy
from scipy import stats

SEED = 7


def key(seed, name, index=0):
    return int.from_bytes(hashlib.sha256(struct.pack("<qq", seed, index) + name.encode()).digest()[:16], "little")


def philox(index):
    """The bit generator behind RandomStream.Of(7, "policy", index)."""
    return numpy.random.Philox(key=key(SEED, "policy", index))


def generator(index):
    return numpy.random.Generator(philox(index))


def lemire(raw, count):
    """Whole numbers below count, by the definition in Lemire 2019, section 4: the fraction's low part must not fall below 2^64 mod count."""
    while True:
        high, low = divmod(int(next(raw)) * count, 2 ** 64)
        if low >= 2 ** 64 % count:
            return high


keys = [{"seed": seed, "name": name, "index": index, "key": f"{key(seed, name, index):032x}"}
        for seed, name, index in [(0, "environment", 0), (7, "policy", 0), (7, "policy", 1), (-1, "torch", 2 ** 40), (2 ** 63 - 1, "Zufall ω", -3)]]

normals = generator(0)
values = normals.standard_normal(300_000)
state = normals.bit_generator.state
tail = numpy.abs(values) > 3.6541528853610088
consumed = 4 * (int(state["state"]["counter"][0]) - 1) + int(state["buffer_pos"])

integers = []
for index, count in enumerate([1, 2, 3, 10, 1000, 2 ** 31 - 1, 2 ** 40 + 7, 3 * 2 ** 61, 2 ** 63 - 1]):
    raw = iter(philox(index).random_raw(1000))
    drawn = [lemire(raw, count) for _ in range(40)]
    if count > 2 ** 32:
        assert drawn == generator(index).integers(0, count, 40, dtype=numpy.int64).tolist()
    integers.append({"index": index, "count": str(count), "values": [str(v) for v in drawn]})

probabilities = [0.1, 0.0, 0.25, 0.6, 0.05]
uniform = generator(0).random(60)
torch_seed = int(numpy.random.Philox(key=key(SEED, "torch")).random_raw()) & 0xFFFFFFFF
mersenne = numpy.random.MT19937()
mersenne._legacy_seeding(torch_seed)

bins = [k / 40 for k in range(1, 40)]
print(json.dumps({
    "keys": keys,
    "raw": [f"{v:016x}" for v in philox(0).random_raw(100).tolist()],
    "uniform": uniform.tolist(),
    "normal": {
        "count": len(values),
        "consumed": consumed,
        "first": values[:20].tolist(),
        "sha256_without_tail": hashlib.sha256(values[~tail].astype("<f8").tobytes()).hexdigest(),
        "tail": {str(i): values[i] for i in numpy.flatnonzero(tail)},
    },
    "integers": integers,
    "gamma": [{"shape": shape, "values": generator(0).standard_gamma(shape, 50).tolist()} for shape in (1.5, 4, 60)],
    "beta": [{"a": a, "b": b, "values": generator(0).beta(a, b, 50).tolist()} for a, b in ((2.5, 4), (30, 1.2))],
    "categorical": {"probabilities": probabilities, "values": numpy.searchsorted(numpy.cumsum(probabilities), uniform, side="right").tolist()},
    "child_seed": int(numpy.random.Philox(key=key(SEED, "child", 3)).random_raw()) >> 11,
    # libtorch's CPU generator is MT19937, and its single-precision uniform numbers are the low 24 bits.
    "torch_uniform": [(int(v) & 0xFFFFFF) / 2 ** 24 for v in mersenne.random_raw(8)],
    "quantiles": {
        "normal": stats.norm.ppf(bins).tolist(),
        "gamma": [{"shape": s, "edges": stats.gamma.ppf(bins, s).tolist()} for s in (0.05, 0.4, 1, 1.2, 25)],
        "beta": [{"a": a, "b": b, "edges": stats.beta.ppf(bins, a, b).tolist()} for a, b in ((0.3, 0.4), (1, 1), (0.5, 3), (2, 5), (200, 100))],
    },
    "chi_square_1e4": {str(df): stats.chi2.isf(1e-4, df) for df in (2, 3, 4, 7, 9, 23, 39)},
}, indent=1))
