"""The tables of the ziggurat in lib/Kit/Foundation/Randomness/ZigguratTables.cs.

Run from the root of the repository: python3 tests/reference/ziggurat.py > lib/Kit/Foundation/Randomness/ZigguratTables.cs
NumPy 1.24 and the standard library; about ten seconds.

R, the area and all layers are solved with 60 digits, so that no table depends on anybody's exp or log. NumPy's widths are some units in
the last place off these (it computed them in double precision); the widths written are the neighbours of the exact ones that give NumPy's
normal numbers to the bit, and the script fails where that neighbour is not the only one.
"""
import math
from decimal import Decimal, getcontext

import numpy

getcontext().prec = 60


def density(x):
    return (-x * x / 2).exp()


def tail(r):
    """The area under the density beyond r, by Laplace's continued fraction."""
    k = Decimal(0)
    for n in range(3000, 0, -1):
        k = n / (r + k)
    return density(r) / (r + k)


def layers(r):
    """The right ends x[1..255] of the layers, the area of each, and by how much the top one overshoots."""
    area = r * density(r) + tail(r)
    x = [None] * 256
    x[255] = r
    for i in range(254, 0, -1):
        height = area / x[i + 1] + density(x[i + 1])
        if height >= 1:
            return x, area, Decimal(1)
        x[i] = (-2 * height.ln()).sqrt()
    return x, area, area / x[1] + density(x[1]) - 1


low, high = Decimal("3.654"), Decimal("3.6542")
for _ in range(170):
    middle = (low + high) / 2
    low, high = (middle, high) if layers(middle)[2] > 0 else (low, middle)
R = low
x, area, _ = layers(R)
base = area / density(R)
scale = Decimal(2) ** 52

inner = [int(R / base * scale), 0] + [int(x[i] / x[i + 1] * scale) for i in range(1, 255)]
width = [float(base / scale)] + [float(x[i] / scale) for i in range(1, 256)]
height = [1.0] + [float(density(x[i])) for i in range(1, 256)]

# Which neighbour of each width is NumPy's: follow three million of its numbers.
count, key = 3_000_000, 999
normal = numpy.random.Generator(numpy.random.Philox(key=key)).standard_normal(count)
raw = iter(numpy.random.Philox(key=key).random_raw(count + count // 20))
seen = [[] for _ in range(256)]


def uniform():
    return (int(next(raw)) >> 11) * 2.0 ** -53


for value in normal:
    while True:
        bits = int(next(raw))
        layer, position = bits & 255, (bits >> 9) & 0xFFFFFFFFFFFFF
        if position < inner[layer]:
            seen[layer].append((position, abs(float(value))))
            break
        if layer == 0:
            while True:
                a = -math.log(1 - uniform()) / float(R)
                if -2 * math.log(1 - uniform()) > a * a:
                    break
            break
        at = position * width[layer]
        if (height[layer - 1] - height[layer]) * uniform() + height[layer] < math.exp(-0.5 * at * at):
            seen[layer].append((position, abs(float(value))))
            break

for i in range(256):
    unit = math.ulp(width[i])
    fitting = [w for w in (width[i] + d * unit for d in range(-200, 201)) if all(p * w == v for p, v in seen[i])]
    assert len(fitting) == 1, f"layer {i}: {len(fitting)} widths fit"
    width[i] = fitting[0]


def table(values, per_line):
    return "\n".join("        " + ", ".join(values[i:i + per_line]) + "," for i in range(0, 256, per_line))


print(f"""namespace Kit.Foundation.Randomness;

/// <summary>The 256 layers of the ziggurat, written by <c>tests/reference/ziggurat.py</c>; constants, so that no machine's exp or log has a say in them.</summary>
internal static class ZigguratTables
{{
    /// <summary>Where the tail begins.</summary>
    public const double R = {float(R)!r};

    /// <summary>Below this position, of 2⁵², a point of the layer is under the curve.</summary>
    public static ReadOnlySpan<ulong> Inner =>
    [
{table([str(k) for k in inner], 8)}
    ];

    /// <summary>The layer's width divided by 2⁵².</summary>
    public static ReadOnlySpan<double> Width =>
    [
{table([repr(w) for w in width], 6)}
    ];

    /// <summary>exp(−x²/2) at the layer's right end.</summary>
    public static ReadOnlySpan<double> Height =>
    [
{table([repr(h) for h in height], 6)}
    ];
}}""")
