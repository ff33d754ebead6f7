"""Safetensors files that the tests of the kit compare with, composed and read without the kit and without the safetensors package:
struct, json and numpy only, after the description of the format in github.com/huggingface/safetensors.

Run from the root of the repository: python3 tests/reference/checkpoints/safetensors.py > tests/reference/checkpoints/safetensors.json
With a file as argument it prints what it reads there instead.
"""
import base64
import json
import struct
import sys

import numpy

NUMPY = {"F64": "<f8", "F32": "<f4", "F16": "<f2", "I64": "<i8", "I32": "<i4", "I16": "<i2", "I8": "<i1", "U8": "<u1", "BOOL": "?"}


def encode(dtype, values):
    """The elements, row-major and little-endian; numpy has no bfloat16, which is the upper half of a float32."""
    if dtype == "BF16":
        return (numpy.array(values, "<f4").view("<u4") >> 16).astype("<u2").tobytes()
    return numpy.array(values, NUMPY[dtype]).tobytes()


def decode(dtype, shape, data):
    if dtype == "BF16":
        flat = (numpy.frombuffer(data, "<u2").astype("<u4") << 16).view("<f4")
    else:
        flat = numpy.frombuffer(data, NUMPY[dtype])
    assert flat.size == numpy.prod(shape, dtype=int)
    # Floating-point numbers as text: JSON has no infinities.
    return [v if isinstance(v, (bool, int)) else repr(v) for v in flat.tolist()]


def compose(tensors, metadata, ascii_only, metadata_last, pad):
    header = {"__metadata__": metadata} if metadata and not metadata_last else {}
    data = b""
    for name, dtype, shape, values in tensors:
        encoded = encode(dtype, values)
        header[name] = {"dtype": dtype, "shape": shape, "data_offsets": [len(data), len(data) + len(encoded)]}
        data += encoded
    if metadata and metadata_last:
        header["__metadata__"] = metadata
    text = json.dumps(header, ensure_ascii=ascii_only, separators=(", ", ": ") if ascii_only else (",", ":")).encode()
    if pad:
        text += b" " * (-len(text) % 8)
    return struct.pack("<Q", len(text)) + text + data


def read(data):
    (length,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8:8 + length])
    body = data[8 + length:]
    metadata = header.pop("__metadata__", {})
    return {"metadata": metadata, "tensors": {
        name: {"dtype": t["dtype"], "shape": t["shape"], "values": decode(t["dtype"], t["shape"], body[slice(*t["data_offsets"])])}
        for name, t in sorted(header.items())}}


TENSORS = [
    ("f64", "F64", [3], [0.1, -0.0, 1e308]),
    ("scalar", "I64", [], [-4611686018427387903]),
    ("empty", "F32", [0, 4], []),
    ("layers.0.größe", "F32", [2, 2], [1.5, -2.25, 0.1, float("inf")]),
    ("layers.10.w", "I32", [1, 2, 1], [-2147483648, 2147483647]),
    ("bf16", "BF16", [3], [1.0, 3.140625, -0.5]),
    ("f16", "F16", [2], [0.333, 65504.0]),
    ("i16", "I16", [2], [-32768, 32767]),
    ("bool", "BOOL", [3], [True, False, True]),
    ("i8", "I8", [3], [-128, 0, 127]),
    ("u8", "U8", [2], [0, 255]),
]
METADATA = {"format": "pt", "note": "Größe < 2"}

if len(sys.argv) > 1:
    with open(sys.argv[1], "rb") as file:
        print(json.dumps(read(file.read()), ensure_ascii=False, indent=1))
    sys.exit()

# Wide elements first, then by name, padded to eight bytes: as the kit lays them out.
SIZE = {"F64": 8, "I64": 8, "F32": 4, "I32": 4, "F16": 2, "BF16": 2, "I16": 2, "I8": 1, "U8": 1, "BOOL": 1}
ordered = sorted(TENSORS, key=lambda t: (-SIZE[t[1]], t[0]))
ours = compose(ordered, METADATA, ascii_only=False, metadata_last=False, pad=True)
# As nobody lays them out, and the format allows: any order, so no alignment; escapes, blanks, no padding, metadata last.
foreign = compose(TENSORS[::-1], METADATA, ascii_only=True, metadata_last=True, pad=False)
assert read(ours) == read(foreign)
print(json.dumps({
    "ours": base64.b64encode(ours).decode(),
    "foreign": base64.b64encode(foreign).decode(),
    **read(ours),
}, ensure_ascii=False, indent=1))
