"""Layers of torch.nn: their initial values for a seed, what they compute then, and torch.nn.init."""
import torch
from torch import nn

from cases import WIDE, case, draw, fixed, write

SEED = 1234


def values(make):
    """The parameters and buffers of a new module, in the order of its state_dict."""
    def run():
        torch.manual_seed(SEED)
        return list(make().state_dict().values())
    return run


# Initial values: no inputs, hence no gradients.
for name, make in {
    "Linear": lambda: nn.Linear(5, 3),
    "Linear without bias": lambda: nn.Linear(17, 4, bias=False),
    "Bilinear": lambda: nn.Bilinear(2, 3, 4),
    "Embedding": lambda: nn.Embedding(7, 5),
    "Embedding padding": lambda: nn.Embedding(4, 3, padding_idx=1),
    "Conv1d": lambda: nn.Conv1d(2, 4, 3, groups=2),
    "Conv2d": lambda: nn.Conv2d(3, 4, (3, 2)),
    "Conv3d": lambda: nn.Conv3d(1, 2, 2, bias=False),
    "ConvTranspose1d": lambda: nn.ConvTranspose1d(2, 4, 3, groups=2),
    "ConvTranspose2d": lambda: nn.ConvTranspose2d(2, 3, 3),
    "ConvTranspose3d": lambda: nn.ConvTranspose3d(2, 1, 2),
    "LayerNorm": lambda: nn.LayerNorm([2, 3]),
    "GroupNorm": lambda: nn.GroupNorm(2, 4),
    "BatchNorm2d": lambda: nn.BatchNorm2d(3),
    "RNN": lambda: nn.RNN(3, 4, 2, bidirectional=True),
    "GRU": lambda: nn.GRU(3, 4, bias=False),
    "LSTM": lambda: nn.LSTM(3, 4, 2),
    "LSTMCell": lambda: nn.LSTMCell(3, 4),
    "MultiheadAttention": lambda: nn.MultiheadAttention(6, 2),
    "MultiheadAttention kdim": lambda: nn.MultiheadAttention(6, 2, bias=False, add_bias_kv=True, kdim=5, vdim=4),
    "TransformerEncoderLayer": lambda: nn.TransformerEncoderLayer(4, 2, 6),
}.items():
    case(name, values(make), dtypes=("float32",), grad=False)


def filled(fill, *shape):
    def run():
        torch.manual_seed(SEED)
        return fill(torch.empty(*shape, dtype=torch.float64))
    return run


I = nn.init
for name, run in {
    "uniform_": filled(lambda t: I.uniform_(t, -1, 3), 3, 4),
    "normal_": filled(lambda t: I.normal_(t, 1, 0.5), 5, 4),
    "trunc_normal_": filled(lambda t: I.trunc_normal_(t, 0.5, 1.5, -1, 2), 5, 4),
    "constant_": filled(lambda t: I.constant_(t, 2.5), 3),
    "eye_": filled(I.eye_, 3, 4),
    "dirac_": filled(I.dirac_, 3, 2, 3, 3),
    "orthogonal_ wide": filled(lambda t: I.orthogonal_(t, 2), 3, 5),
    "orthogonal_ tall": filled(I.orthogonal_, 4, 1, 3),
    "xavier_uniform_": filled(lambda t: I.xavier_uniform_(t, 2), 3, 4),
    "xavier_normal_": filled(I.xavier_normal_, 3, 4, 2),
    "kaiming_uniform_": filled(lambda t: I.kaiming_uniform_(t, 0.3), 3, 4),
    "kaiming_normal_ fan out": filled(lambda t: I.kaiming_normal_(t, mode="fan_out", nonlinearity="relu"), 3, 4, 2),
    "kaiming_uniform_ tanh": filled(lambda t: I.kaiming_uniform_(t, nonlinearity="tanh"), 3, 4),
}.items():
    case(name, run, dtypes=("float64",), grad=False)


def forward(make, call=None):
    """What a new module computes; one that takes no dtype is given the input's."""
    def run(*inputs):
        torch.manual_seed(SEED)
        module = make().to(inputs[0].dtype)
        return call(module, *inputs) if call else module(*inputs)
    return run


def unpacked(result):
    output, state = result
    return (output, *state) if isinstance(state, tuple) else (output, state)


case("embedding of indices", forward(lambda: nn.Embedding(5, 3), lambda m, x, i: m(i)), draw(1), fixed([[1, 2], [0, 2]], "int64"), dtypes=WIDE, grad=False)  # x only says the dtype
case("embedding max norm", forward(lambda: nn.Embedding(5, 3, max_norm=0.5), lambda m, x, i: m(i)), draw(1), fixed([[1, 2], [0, 2]], "int64"), dtypes=WIDE, grad=False)  # as above
case("rnn", forward(lambda: nn.RNN(3, 4, 2, bidirectional=True), lambda m, x, h: unpacked(m(x, h))), draw(5, 2, 3), draw(4, 2, 4), dtypes=WIDE)
case("rnn relu batch first", forward(lambda: nn.RNN(3, 4, nonlinearity="relu", batch_first=True), lambda m, x: unpacked(m(x))), draw(2, 5, 3), dtypes=WIDE)
case("gru", forward(lambda: nn.GRU(3, 4, 2), lambda m, x, h: unpacked(m(x, h))), draw(5, 2, 3), draw(2, 2, 4), dtypes=WIDE)
case("gru unbatched", forward(lambda: nn.GRU(3, 4, bias=False), lambda m, x: unpacked(m(x))), draw(5, 3), dtypes=WIDE)
case("lstm", forward(lambda: nn.LSTM(3, 4, 2), lambda m, x, h, c: unpacked(m(x, (h, c)))), draw(5, 2, 3), draw(2, 2, 4), draw(2, 2, 4), dtypes=WIDE)
case("lstm unbatched batch first", forward(lambda: nn.LSTM(3, 4, batch_first=True), lambda m, x: unpacked(m(x))), draw(5, 3), dtypes=WIDE)
case("rnn cell", forward(lambda: nn.RNNCell(3, 4)), draw(2, 3), draw(2, 4), dtypes=WIDE)
case("rnn cell relu", forward(lambda: nn.RNNCell(3, 4, nonlinearity="relu")), draw(3), dtypes=WIDE)
case("gru cell", forward(lambda: nn.GRUCell(3, 4)), draw(2, 3), draw(2, 4), dtypes=WIDE)
case("lstm cell", forward(lambda: nn.LSTMCell(3, 4), lambda m, x, h, c: m(x, (h, c))), draw(2, 3), draw(2, 4), draw(2, 4), dtypes=WIDE)
case("lstm cell unbatched", forward(lambda: nn.LSTMCell(3, 4, bias=False)), draw(3), dtypes=WIDE)
case("attention", forward(lambda: nn.MultiheadAttention(4, 2)), draw(3, 2, 4), draw(5, 2, 4), draw(5, 2, 4), dtypes=WIDE)
case("attention masks", forward(lambda: nn.MultiheadAttention(4, 2, add_bias_kv=True, add_zero_attn=True),
     lambda m, x, mask, pad: m(x, x, x, key_padding_mask=pad, attn_mask=mask)),
     draw(3, 2, 4), fixed([[False, True, True], [False, False, True], [False, False, False]], "bool"),
     fixed([[False, False, False], [False, False, True]], "bool"), dtypes=WIDE)
case("attention unbatched", forward(lambda: nn.MultiheadAttention(4, 2, kdim=3, vdim=2), lambda m, q, k, v: m(q, k, v, need_weights=False)[0]),
     draw(3, 4), draw(5, 3), draw(5, 2), dtypes=WIDE)
# With dropout: the same random numbers in the same order.
case("encoder layer", forward(lambda: nn.TransformerEncoderLayer(4, 2, 6)), draw(3, 2, 4), dtypes=WIDE)
case("encoder layer gelu", forward(lambda: nn.TransformerEncoderLayer(4, 2, 6, 0.0, "gelu"), lambda m, x, mask: m(x, mask)),
     draw(3, 2, 4), fixed([[0.0, -5.0, -5.0], [0.0, 0.0, -5.0], [0.0, 0.0, 0.0]]), dtypes=WIDE)
case("encoder", forward(lambda: nn.TransformerEncoder(nn.TransformerEncoderLayer(4, 2, 6, 0.0), 2)), draw(3, 2, 4), dtypes=WIDE)
case("conv2d reflect", forward(lambda: nn.Conv2d(2, 3, 3, padding=(2, 1), padding_mode="reflect")), draw(1, 2, 4, 5), dtypes=WIDE)
case("conv1d same circular", forward(lambda: nn.Conv1d(2, 3, 3, padding="same", padding_mode="circular")), draw(2, 2, 5), dtypes=WIDE)
case("conv transpose output size", forward(lambda: nn.ConvTranspose2d(1, 2, 3, stride=2, padding=1), lambda m, x: m(x, output_size=[6, 5])),
     draw(1, 1, 3, 3), dtypes=WIDE)


def twice_then_evaluated(module, x):
    """Two batches in training, then evaluation by the running statistics (which differences see change with x, but autograd does not)."""
    first, second = module(x), module(x * 2 + 1)
    module.eval()
    return [first, second, module(x), *module.state_dict().values()]


case("batch norm 1d", forward(lambda: nn.BatchNorm1d(3), twice_then_evaluated), draw(4, 3), dtypes=WIDE, grad=False)
case("batch norm 2d cumulative", forward(lambda: nn.BatchNorm2d(2, momentum=None), twice_then_evaluated), draw(2, 2, 3, 2), dtypes=WIDE, grad=False)
case("batch norm 3d plain", forward(lambda: nn.BatchNorm3d(2, affine=False, track_running_stats=False)), draw(2, 2, 2, 1, 2), dtypes=WIDE)
case("instance norm 2d", forward(lambda: nn.InstanceNorm2d(2, affine=True, track_running_stats=True), twice_then_evaluated), draw(2, 2, 3, 2), dtypes=WIDE, grad=False)
case("instance norm 1d unbatched", forward(lambda: nn.InstanceNorm1d(2)), draw(2, 5), dtypes=WIDE)
case("dropout", forward(lambda: nn.Dropout(0.3)), draw(4, 5), dtypes=WIDE)
case("dropout2d", forward(lambda: nn.Dropout2d(0.5)), draw(2, 4, 2, 2), dtypes=WIDE)
case("dropout in evaluation", forward(lambda: nn.Dropout(0.3).eval()), draw(4, 5), dtypes=WIDE)
case("alpha dropout", forward(lambda: nn.AlphaDropout(0.3)), draw(4, 5), dtypes=WIDE)
case("rrelu", forward(lambda: nn.RReLU()), draw(4, 5), dtypes=WIDE)
case("prelu", forward(lambda: nn.PReLU(3)), draw(2, 3, 2), dtypes=WIDE)
write()
