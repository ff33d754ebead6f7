"""Scaled dot-product attention by its explicit formula."""
import math

import torch

from cases import case, draw, fixed, write


def attend(q, k, v, mask=None, causal=False):
    scores = q.to(torch.float64) @ k.to(torch.float64).transpose(-2, -1) / math.sqrt(q.shape[-1])
    if causal:
        mask = torch.ones(q.shape[-2], k.shape[-2]).tril().bool()
    if mask is not None and mask.dtype == torch.bool:
        scores = scores.masked_fill(~mask, -math.inf)
    elif mask is not None:
        scores = scores + mask
    # A query that may look at no key gets zeros.
    weights = torch.softmax(scores, -1).nan_to_num(0.0)
    return (weights @ v.to(torch.float64)).to(v.dtype)


D = ("float64", "float32", "bfloat16")
q, k, v = draw(2, 3, 4), draw(2, 5, 4), draw(2, 5, 3)
case("plain", attend, q, k, v, dtypes=D)
case("heads", attend, draw(2, 2, 3, 4), draw(2, 2, 3, 4), draw(2, 2, 3, 4), dtypes=D)
case("one head", attend, draw(3, 2), draw(4, 2), draw(4, 2), dtypes=D)
case("causal", lambda a, b, c: attend(a, b, c, causal=True), draw(2, 4, 3), draw(2, 4, 3), draw(2, 4, 3), dtypes=D)
case("causal, fewer queries", lambda a, b, c: attend(a, b, c, causal=True), q, k, v, dtypes=D)
case("one query", attend, draw(2, 1, 4), k, v, dtypes=D)
case("mask", attend, q, k, v, fixed([[True, False, True, True, False], [False, False, False, True, True], [True] * 5], "bool"), dtypes=D)
case("mask of a batch", attend, q, k, v, fixed([[[True, True, False, False, False]], [[True, True, True, True, False]]], "bool"), dtypes=D)
case("mask of a blind query", attend, q, k, v, fixed([[True, False, True, True, False], [False] * 5, [True] * 5], "bool"), dtypes=D)
case("bias", attend, q, k, v, draw(3, 5), dtypes=("float64", "float32"))
case("bias with infinities", attend, q, k, v,
     fixed([[0.5, -math.inf, 1.0, 0.0, -1.0], [-math.inf] * 5, [0.0, 0.0, -math.inf, 2.0, -math.inf]]), dtypes=("float64", "float32"), grad=False,
     note="central differences of an infinity are none; the same without infinities has its gradient checked")
write()
