"""Functions of torch.nn.functional, and what torch.nn's layers compute: values and gradients."""
import torch
import torch.nn.functional as F

from cases import FLOATS, WIDE, case, draw, fixed, spaced, write

# Activations. Kinks (0 of relu, the ends of hardtanh) are not hit by random inputs.
UNARY = {
    "celu": lambda x, inplace=False: F.celu(x, 1.5, inplace),
    "elu": lambda x, inplace=False: F.elu(x, 0.7, inplace),
    "hardsigmoid": F.hardsigmoid,
    "hardswish": F.hardswish,
    "hardtanh": lambda x, inplace=False: F.hardtanh(x, -0.5, 0.9, inplace),
    "leaky_relu": lambda x, inplace=False: F.leaky_relu(x, 0.2, inplace),
    "mish": F.mish,
    "relu": F.relu,
    "relu6": F.relu6,
    "selu": F.selu,
    "silu": F.silu,
    "threshold": lambda x, inplace=False: F.threshold(x, 0.3, -1.25, inplace),
    "rrelu": lambda x, inplace=False: F.rrelu(x, 0.1, 0.4, False, inplace),
}
for name, function in UNARY.items():
    case(name, function, draw(3, 5))
    case(name + " in place", lambda x, f=function: f(x.clone(), inplace=True), draw(3, 5))
for name in ("sigmoid", "tanh"):
    case(name, getattr(torch, name), draw(3, 5))
    case(name + " in place", lambda x, f=name: getattr(x.clone(), f + "_")(), draw(3, 5))
# CPU's half has no gelu in place nor softplus & co in 1.13 everywhere: the generator stores what raises.
case("gelu", F.gelu, draw(3, 5))
case("gelu tanh", lambda x: F.gelu(x, approximate="tanh"), draw(3, 5))
case("gelu in place", lambda x: torch._C._nn.gelu_(x.clone()), draw(3, 5))
case("glu", lambda x: F.glu(x, 1), draw(3, 6))
case("hardshrink", lambda x: F.hardshrink(x, 0.4), draw(3, 5))
case("softshrink", lambda x: F.softshrink(x, 0.4), draw(3, 5))
case("logsigmoid", F.logsigmoid, draw(3, 5))
case("softplus", lambda x: F.softplus(x, 2, 3), draw(3, 5))
case("softsign", F.softsign, draw(3, 5))
case("tanhshrink", F.tanhshrink, draw(3, 5))
case("prelu", F.prelu, draw(2, 3, 4), draw(3))
case("softmax", lambda x: F.softmax(x, 1), draw(3, 5))
case("softmax dtype", lambda x: F.softmax(x, 0, dtype=torch.float64), draw(3, 5))
case("log_softmax", lambda x: F.log_softmax(x, -1), draw(3, 5))
case("softmin", lambda x: F.softmin(x, 1), draw(3, 5))

# Linear maps and distances.
case("linear", F.linear, draw(2, 3, 4), draw(5, 4), draw(5))
case("linear without bias", F.linear, draw(3, 4), draw(5, 4))
case("bilinear", F.bilinear, draw(3, 2), draw(3, 4), draw(5, 2, 4), draw(5))
case("cosine_similarity", F.cosine_similarity, draw(3, 4), draw(3, 4))
case("pairwise_distance", lambda a, b: F.pairwise_distance(a, b, p=3, keepdim=True), draw(3, 4), draw(3, 4))
case("normalize", F.normalize, draw(3, 4))
case("normalize p 1 dim 0", lambda x: F.normalize(x, 1.0, 0), draw(3, 4))
# one_hot counts with integers: there is no gradient.
case("one_hot", lambda x: F.one_hot(x, 5), fixed([[0, 3], [4, 1]], "int64"), dtypes=("int64",), grad=False)
case("one_hot of the largest", F.one_hot, fixed([2, 0, 1], "int64"), dtypes=("int64",), grad=False)

# Dropout: with p = 0 and 1 and outside training nothing is random.
for name in ("dropout", "alpha_dropout", "feature_alpha_dropout"):
    f = getattr(F, name)
    case(name + " outside training", lambda x, f=f: f(x, 0.5, False), draw(2, 3, 4))
    case(name + " p 0", lambda x, f=f: f(x, 0.0, True), draw(2, 3, 4))
    case(name + " p 1 in place", lambda x, f=f: f(x.clone(), 1.0, True, True), draw(2, 3, 4), dtypes=WIDE, grad=False)  # constant
case("dropout1d", lambda x: F.dropout1d(x, 0.0, True), draw(2, 3, 4))
case("dropout1d unbatched", lambda x: F.dropout1d(x, 1.0, True), draw(3, 4), dtypes=WIDE)
case("dropout2d", lambda x: F.dropout2d(x, 1.0, True, True), draw(2, 3, 4, 2), dtypes=WIDE, grad=False)  # constant
case("dropout3d", lambda x: F.dropout3d(x, 0.0, True), draw(1, 2, 2, 2, 2))

# Convolutions.
case("conv1d", lambda x, w, b: F.conv1d(x, w, b, 2, 1, 1, 1), draw(2, 3, 7), draw(4, 3, 3), draw(4), dtypes=WIDE)
case("conv1d same", lambda x, w: F.conv1d(x, w, None, 1, "same", 2, 3), draw(2, 3, 7), draw(6, 1, 3), dtypes=WIDE)
case("conv2d", lambda x, w, b: F.conv2d(x, w, b, (2, 1), (1, 0), (1, 2)), draw(2, 2, 5, 6), draw(3, 2, 3, 2), draw(3), dtypes=WIDE)
case("conv2d groups", lambda x, w: F.conv2d(x, w, groups=2), draw(1, 4, 4, 4), draw(4, 2, 3, 3), dtypes=WIDE)
case("conv2d same", lambda x, w, b: F.conv2d(x, w, b, padding="same"), draw(1, 2, 4, 5), draw(3, 2, 3, 3), draw(3), dtypes=WIDE)
case("conv2d valid", lambda x, w: F.conv2d(x, w, stride=2, padding="valid"), draw(1, 2, 4, 5), draw(3, 2, 3, 3), dtypes=WIDE)
case("conv3d", lambda x, w, b: F.conv3d(x, w, b, 1, 1), draw(1, 2, 3, 3, 3), draw(2, 2, 2, 2, 2), draw(2), dtypes=WIDE)
case("conv3d same", lambda x, w: F.conv3d(x, w, padding="same"), draw(1, 1, 3, 3, 3), draw(2, 1, 2, 3, 2), dtypes=WIDE)
case("conv_transpose1d", lambda x, w, b: F.conv_transpose1d(x, w, b, 2, 1, 1), draw(2, 3, 4), draw(3, 2, 3), draw(2), dtypes=WIDE)
case("conv_transpose2d", lambda x, w, b: F.conv_transpose2d(x, w, b, 2, 1, 1, 1, 2), draw(1, 2, 3, 3), draw(2, 2, 3, 3), draw(2), dtypes=WIDE)
case("conv_transpose3d", lambda x, w: F.conv_transpose3d(x, w, padding=1), draw(1, 2, 3, 2, 3), draw(2, 1, 2, 3, 2), dtypes=WIDE)

# Pools. Inputs are spaced, so that no two are the maximum.
case("max_pool1d", lambda x: F.max_pool1d(x, 3, 2, 1), spaced(2, 3, 7))
case("max_pool1d indices", lambda x: F.max_pool1d(x, 2, return_indices=True), spaced(2, 3, 7))
case("max_pool2d", lambda x: F.max_pool2d(x, (2, 3), (2, 1), (1, 1)), spaced(2, 2, 5, 6))
case("max_pool2d square", lambda x: F.max_pool2d(x, 2, ceil_mode=True), spaced(1, 2, 5, 5))
case("max_pool2d indices", lambda x: F.max_pool2d(x, 2, return_indices=True), spaced(1, 2, 4, 4))
case("max_pool3d", lambda x: F.max_pool3d(x, 2, 1), spaced(1, 2, 3, 3, 4))
case("max_pool3d indices", lambda x: F.max_pool3d(x, 2, return_indices=True), spaced(1, 2, 4, 2, 4))
case("avg_pool1d", lambda x: F.avg_pool1d(x, 3, 2, 1, False, False), draw(2, 3, 7))
case("avg_pool2d", lambda x: F.avg_pool2d(x, (2, 3), (1, 2), (1, 1)), draw(2, 2, 4, 6))
case("avg_pool2d divisor", lambda x: F.avg_pool2d(x, 2, divisor_override=3), draw(2, 2, 4, 6))
case("avg_pool3d", lambda x: F.avg_pool3d(x, 2), draw(1, 2, 4, 4, 2))
case("adaptive_avg_pool1d", lambda x: F.adaptive_avg_pool1d(x, 3), draw(2, 3, 7))
case("adaptive_avg_pool2d", lambda x: F.adaptive_avg_pool2d(x, (2, 3)), draw(1, 2, 5, 6))
case("adaptive_avg_pool2d 1", lambda x: F.adaptive_avg_pool2d(x, 1), draw(1, 2, 5, 6))
case("adaptive_avg_pool3d", lambda x: F.adaptive_avg_pool3d(x, 2), draw(1, 2, 4, 3, 5))
case("adaptive_max_pool1d", lambda x: F.adaptive_max_pool1d(x, 3), spaced(2, 3, 7))
case("adaptive_max_pool2d", lambda x: F.adaptive_max_pool2d(x, (2, 3), return_indices=True), spaced(1, 2, 5, 6))

# Normalisation.
case("batch_norm", lambda x, w, b: F.batch_norm(x, None, None, w, b, True), draw(4, 3), draw(3), draw(3))
case("batch_norm running", lambda x, m, v: F.batch_norm(x, m, v, eps=1e-3), draw(2, 3, 4), draw(3), draw(3, low=0.5, high=2.0), grad=False)  # 1.13 has no second-hand gradient for the statistics
case("group_norm", lambda x, w, b: F.group_norm(x, 2, w, b), draw(2, 4, 3), draw(4), draw(4))
case("instance_norm", lambda x, w, b: F.instance_norm(x, None, None, w, b), draw(2, 3, 5), draw(3), draw(3))
case("layer_norm", lambda x, w, b: F.layer_norm(x, (3, 4), w, b), draw(2, 3, 4), draw(3, 4), draw(3, 4))
case("layer_norm plain", lambda x: F.layer_norm(x, (4,), eps=1e-3), draw(2, 3, 4))

# Shapes.
case("pad constant", lambda x: F.pad(x, (1, 2, 0, 1), value=2.5), draw(2, 3))
case("pad cut", lambda x: F.pad(x, (-1, 1)), draw(2, 3))
case("pad zeros", lambda x: F.pad(x, (1, 1)), draw(2, 3))
case("pad reflect", lambda x: F.pad(x, (2, 1), "reflect"), draw(1, 2, 4))
case("pad replicate", lambda x: F.pad(x, (1, 2, 1, 0), "replicate"), draw(1, 2, 3, 3))
case("pad circular", lambda x: F.pad(x, (1, 2), "circular"), draw(1, 2, 4))
case("pixel_shuffle", lambda x: F.pixel_shuffle(x, 2), draw(1, 8, 2, 3))
case("pixel_unshuffle", lambda x: F.pixel_unshuffle(x, 2), draw(1, 2, 4, 6))
case("unfold", lambda x: F.unfold(x, (2, 3), 1, (1, 0), (1, 2)), draw(1, 2, 4, 5), dtypes=WIDE)
case("fold", lambda x: F.fold(x, (4, 5), 2), draw(1, 8, 12), dtypes=WIDE)
write()
