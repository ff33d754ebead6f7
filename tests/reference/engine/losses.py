"""Losses of nn.functional: every reduction and option, with TorchSharp's defaults where they differ from PyTorch's."""
import math

import torch
import torch.nn.functional as F

from cases import FLOATS, WIDE, case, draw, fixed, spaced, write



def weights(like):
    """One for each class. Constants: libtorch has no gradient for them."""
    return torch.tensor([0.5, 2.0, 1.0, 0.3], dtype=like.dtype)


x, y = draw(3, 4), draw(3, 4)
apart = fixed([[0.3, -1.2, 2.1, 0.9], [-0.4, 1.7, -2.2, 0.1], [1.1, -0.6, 0.45, -1.9]])
for reduction in ("none", "mean", "sum"):
    r = {"reduction": reduction}
    case(f"mse {reduction}", lambda a, b: F.mse_loss(a, b, **r), x, y)
    case(f"l1 {reduction}", lambda a, b: F.l1_loss(a, b, **r), x, apart)
    case(f"smooth l1 {reduction}", lambda a, b: F.smooth_l1_loss(a, b, beta=0.7, **r), x, y)
    case(f"huber {reduction}", lambda a, b: F.huber_loss(a, b, delta=1.3, **r), x, y)
    case(f"cross entropy {reduction}", lambda a, t: F.cross_entropy(a, t, **r), x, fixed([1, 3, 0], "int64"), dtypes=("float64", "float32", "bfloat16"))
    case(f"nll {reduction}", lambda a, t: F.nll_loss(a, t, **r), x, fixed([1, 3, 0], "int64"), dtypes=WIDE)
    case(f"nll weight {reduction}", lambda a, t: F.nll_loss(a, t, weight=weights(a), **r), x, fixed([1, 3, 0], "int64"), dtypes=WIDE)
    case(f"bce {reduction}", lambda a, b: F.binary_cross_entropy(a, b, **r), draw(3, 2, low=0.1, high=0.9), draw(3, 2, low=0.0, high=1.0), dtypes=WIDE)
    case(f"bce logits {reduction}", lambda a, b: F.binary_cross_entropy_with_logits(a, b, **r), x, draw(3, 4, low=0.0, high=1.0))
    case(f"kl {reduction}", lambda a, b: F.kl_div(a, b, log_target=True, **r), x, y, dtypes=WIDE)
    case(f"kl probabilities {reduction}", lambda a, b: F.kl_div(a, b, **r), x, draw(3, 4, low=0.1, high=0.9), dtypes=WIDE)
    case(f"cosine embedding {reduction}", lambda a, b: F.cosine_embedding_loss(a, b, torch.tensor([1.0, -1.0, 1.0]), margin=-0.9, **r), x, y, dtypes=WIDE)
    case(f"hinge embedding {reduction}", lambda a: F.hinge_embedding_loss(a, torch.tensor([[1.0, -1.0, 1.0, -1.0]]), margin=0.0, **r), apart, dtypes=WIDE)
    case(f"margin ranking {reduction}", lambda a, b: F.margin_ranking_loss(a, b, torch.tensor([[1.0, -1.0, 1.0, -1.0]]), margin=0.2, **r), x, apart, dtypes=WIDE)
    case(f"soft margin {reduction}", lambda a: F.soft_margin_loss(a, torch.tensor([[1.0, -1.0, 1.0, -1.0]] * 3), **r), x, dtypes=WIDE)
    case(f"multi margin {reduction}", lambda a, t: F.multi_margin_loss(a, t, **r), apart, fixed([1, 3, 0], "int64"), dtypes=WIDE)
    case(f"multi label margin {reduction}", lambda a, t: F.multilabel_margin_loss(a, t, **r), apart,
         fixed([[1, 2, -1, 0], [3, -1, 0, 0], [0, 1, 2, -1]], "int64"), dtypes=WIDE)
    case(f"multi label soft margin {reduction}", lambda a, b: F.multilabel_soft_margin_loss(a, b, **r), x,
         fixed([[1.0, 0.0, 1.0, 0.0], [0.0, 0.0, 1.0, 1.0], [1.0, 1.0, 1.0, 0.0]]), dtypes=WIDE)
    case(f"triplet {reduction}", lambda a, p, n: F.triplet_margin_loss(a, p, n, **r), x, y, draw(3, 4), dtypes=WIDE)
    case(f"triplet distance {reduction}", lambda a, p, n: F.triplet_margin_with_distance_loss(a, p, n, **r), x, y, draw(3, 4), dtypes=WIDE)
    case(f"poisson {reduction}", lambda a, b: F.poisson_nll_loss(a, b, **r), x, draw(3, 4, low=0.5, high=4.0), dtypes=WIDE)

    def gaussian(m, t, v, full=False, reduction=reduction):
        rows = F.gaussian_nll_loss(m.reshape(3, -1), t.reshape(3, -1), v.reshape(3, -1).expand(3, 4), full=full, reduction="none").sum(1)
        return {"none": rows, "mean": rows.mean(), "sum": rows.sum()}[reduction]

    case(f"gaussian {reduction}", gaussian, x, y, draw(3, 4, low=0.2, high=2.0), dtypes=WIDE)
    case(f"ctc {reduction}", lambda a: F.ctc_loss(a.log_softmax(2), torch.tensor([[1, 2, 2], [2, 1, 0]]), torch.tensor([6, 5]), torch.tensor([3, 2]), **r),
         draw(6, 2, 3), dtypes=WIDE)

case("smooth l1 defaults", lambda a, b: F.smooth_l1_loss(a, b), x, y, dtypes=WIDE)
case("huber defaults", lambda a, b: F.huber_loss(a, b), x, y, dtypes=WIDE)
case("mse broadcast", lambda a, b: F.mse_loss(a, b), x, draw(4), dtypes=WIDE)
case("l1 broadcast", lambda a, b: F.l1_loss(a, b), x, draw(3, 1), dtypes=WIDE)
case("smooth l1 broadcast", lambda a, b: F.smooth_l1_loss(a, b), draw(1, 4), draw(3, 1), dtypes=WIDE)
case("huber broadcast", lambda a, b: F.huber_loss(a, b), draw(4), x, dtypes=WIDE)
case("cross entropy weight", lambda a, t: F.cross_entropy(a, t, weight=weights(a)), x, fixed([1, 3, 0], "int64"), dtypes=WIDE)
case("cross entropy ignore", lambda a, t: F.cross_entropy(a, t, ignore_index=3), x, fixed([1, 3, 0], "int64"), dtypes=WIDE)
case("cross entropy ignore default", lambda a, t: F.cross_entropy(a, t), x, fixed([1, -100, 0], "int64"), dtypes=WIDE)
case("cross entropy smoothing", lambda a, t: F.cross_entropy(a, t, label_smoothing=0.1), x, fixed([1, 3, 0], "int64"), dtypes=WIDE)
case("cross entropy all", lambda a, t: F.cross_entropy(a, t, weight=weights(a), ignore_index=0, reduction="sum", label_smoothing=0.2), x,
     fixed([1, 3, 0], "int64"), dtypes=WIDE)
case("cross entropy probabilities", lambda a, b: F.cross_entropy(a, b), x, draw(3, 4, low=0.0, high=0.5), dtypes=WIDE)
case("cross entropy sequence", lambda a, t: F.cross_entropy(a, t), draw(2, 3, 4), fixed([[0, 2, 1, 1], [2, 2, 0, 1]], "int64"), dtypes=WIDE)
case("cross entropy single", lambda a, t: F.cross_entropy(a, t), draw(4), fixed(2, "int64"), dtypes=WIDE)
case("bce weight", lambda a, b: F.binary_cross_entropy(a, b, weight=torch.tensor([0.3, 2.0], dtype=a.dtype)), draw(3, 2, low=0.1, high=0.9),
     draw(3, 2, low=0.0, high=1.0), dtypes=WIDE)
case("bce logits weight", lambda a, b: F.binary_cross_entropy_with_logits(a, b, weight=torch.tensor([0.3, 2.0, 1.0, 0.7], dtype=a.dtype),
                                                                         pos_weight=torch.tensor([1.5, 0.5, 2.0, 1.0], dtype=a.dtype)),
     x, draw(3, 4, low=0.0, high=1.0), dtypes=WIDE)
case("multi label soft margin weight", lambda a, b, w: F.multilabel_soft_margin_loss(a, b, weight=w), x,
     fixed([[1.0, 0.0, 1.0, 0.0], [0.0, 0.0, 1.0, 1.0], [1.0, 1.0, 1.0, 0.0]]), fixed([0.5, 2.0, 1.0, 0.3]), dtypes=WIDE)
case("multi margin squared", lambda a, t: F.multi_margin_loss(a, t, p=2, margin=0.7), apart, fixed([1, 3, 0], "int64"), dtypes=WIDE)
case("multi margin weight", lambda a, t: F.multi_margin_loss(a, t, weight=weights(a)), apart,
     fixed([1, 3, 0], "int64"), dtypes=WIDE)
case("triplet all", lambda a, p, n: F.triplet_margin_loss(a, p, n, margin=2.5, p=1, eps=1e-3, swap=True), x, apart, draw(3, 4, low=-1.0), dtypes=WIDE)
case("triplet distance all", lambda a, p, n: F.triplet_margin_with_distance_loss(a, p, n, distance_function=lambda u, v: (u - v).square().sum(1),
                                                                                margin=2.5, swap=True), x, y, draw(3, 4), dtypes=WIDE)
case("poisson full", lambda a, b: F.poisson_nll_loss(a, b, log_input=False, full=True, eps=1 / 1024), draw(3, 4, low=0.5, high=4.0),
     fixed([[0.5, 2.5, 3.0, 1.5], [4.0, 0.2, 1.4, 2.0], [3.3, 0.7, 2.2, 5.0]]), dtypes=WIDE)
case("gaussian full", lambda m, t, v: gaussian(m, t, v, full=True, reduction="mean"), x, y, draw(3, 1, low=0.2, high=2.0), dtypes=WIDE)
case("ctc infinite", lambda a: F.ctc_loss(a.log_softmax(2), torch.tensor([[1, 1, 1]]), torch.tensor([3]), torch.tensor([3]), blank=2, zero_infinity=True),
     draw(3, 1, 3), dtypes=WIDE)
write()
