"""Traces of optimizers: parameters after each of 20 steps along gradients that a formula gives.

Parameter 'a' has 11 elements in a row (vectors and a rest), 'b' is a transposed 2 x 3 matrix, whose memory is not in order, 'c' never gets
a gradient. Element i (counted through a and b, each in row-major order) starts at sin(0.9 i + 0.3); its gradient in step t is
cos(1.3 t + 0.7 i) (1 + 0.1 i). Run as the other generators here; the table is called from tests/Engine.Tests/Optim.
"""
import json
import math
import os

import torch

STEPS = 20
traces = []


def numbers(tensor, dtype):
    values = tensor.detach().to(torch.float64).reshape(-1).tolist()
    return [float("%.9g" % v) for v in values] if dtype != "float64" else values


def trace(name, make, dtypes=("float64", "float32")):
    """make: from a list of parameters to an optimizer."""
    for dtype in dtypes:
        kind = getattr(torch, dtype)

        def start(shape, first):
            count = math.prod(shape)
            return torch.tensor([math.sin(0.9 * i + 0.3) for i in range(first, first + count)], dtype=torch.float64).reshape(shape).to(kind)

        a = torch.nn.Parameter(start((11,), 0))
        b = torch.nn.Parameter(start((3, 2), 11).t().contiguous().t())
        c = torch.nn.Parameter(start((2,), 17))
        optimizer = make([a, b, c])
        rows = []
        for t in range(STEPS):
            for parameter, first in ((a, 0), (b, 11)):
                values = [math.cos(1.3 * t + 0.7 * i) * (1 + 0.1 * i) for i in range(first, first + parameter.numel())]
                gradient = torch.tensor(values, dtype=torch.float64).reshape(parameter.shape).to(kind)
                parameter.grad = gradient
            optimizer.step()
            rows.append(numbers(a, dtype) + numbers(b, dtype))
        traces.append({"name": name, "dtype": dtype, "steps": rows})


class NAdam(torch.optim.Optimizer):
    """The paper's update, as in PyTorch 2: 1.13 multiplies the last momentum into the product of the momenta twice."""

    def __init__(self, p, lr=2e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.0, momentum_decay=4e-3):
        super().__init__(p, dict(lr=lr, betas=betas, eps=eps, decay=weight_decay, momentum_decay=momentum_decay))

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            (beta1, beta2), lr = group["betas"], group["lr"]
            for p in group["params"]:
                if p.grad is None:
                    continue
                state = self.state[p]
                t = state["t"] = state.get("t", 0) + 1
                mu, after = (beta1 * (1 - 0.5 * 0.96 ** (n * group["momentum_decay"])) for n in (t, t + 1))
                product = state["product"] = state.get("product", 1.0) * mu
                gradient = p.grad + group["decay"] * p
                m = state["m"] = beta1 * state.get("m", torch.zeros_like(p)) + (1 - beta1) * gradient
                v = state["v"] = beta2 * state.get("v", torch.zeros_like(p)) + (1 - beta2) * gradient ** 2
                ahead = after * m / (1 - product * after) + (1 - mu) * gradient / (1 - product)
                p -= lr * ahead / ((v / (1 - beta2 ** t)).sqrt() + group["eps"])


O = torch.optim
HALVES = ("float64", "float32", "bfloat16")

trace("sgd", lambda p: O.SGD(p, lr=0.1), HALVES)
trace("sgd momentum", lambda p: O.SGD(p, lr=0.1, momentum=0.9), HALVES)
trace("sgd dampening", lambda p: O.SGD(p, lr=0.1, momentum=0.9, dampening=0.3))
trace("sgd nesterov", lambda p: O.SGD(p, lr=0.1, momentum=0.8, nesterov=True), HALVES)
trace("sgd decay", lambda p: O.SGD(p, lr=0.1, weight_decay=0.2), HALVES)
trace("sgd all", lambda p: O.SGD(p, lr=0.1, momentum=0.9, nesterov=True, weight_decay=0.1, maximize=True), HALVES)
for name, kind in (("adam", O.Adam), ("adamw", O.AdamW)):
    trace(name, lambda p: kind(p, lr=0.01, weight_decay=0), HALVES)
    trace(name + " betas", lambda p: kind(p, lr=0.02, betas=(0.7, 0.9), eps=1e-3, weight_decay=0))
    trace(name + " decay", lambda p: kind(p, lr=0.01, weight_decay=0.1), HALVES)
    trace(name + " amsgrad", lambda p: kind(p, lr=0.01, amsgrad=True, weight_decay=0), HALVES)
    trace(name + " all", lambda p: kind(p, lr=0.03, betas=(0.8, 0.95), amsgrad=True, weight_decay=0.05, maximize=True), HALVES)
    trace(name + " groups", lambda p: kind([{"params": p[:1], "lr": 0.1}, {"params": p[1:], "betas": (0.5, 0.9)}], lr=0.01, weight_decay=0.01))
trace("rmsprop", lambda p: O.RMSprop(p, lr=0.01))
trace("rmsprop momentum", lambda p: O.RMSprop(p, lr=0.01, momentum=0.9, alpha=0.95))
trace("rmsprop centered", lambda p: O.RMSprop(p, lr=0.01, centered=True, eps=1e-4))
trace("rmsprop all", lambda p: O.RMSprop(p, lr=0.01, alpha=0.9, momentum=0.5, centered=True, eps=1e-3, weight_decay=0.1, maximize=True))
trace("adagrad", lambda p: O.Adagrad(p))
trace("adagrad all", lambda p: O.Adagrad(p, lr=0.1, lr_decay=0.05, weight_decay=0.1, initial_accumulator_value=0.2, eps=1e-6))
trace("adamax", lambda p: O.Adamax(p))
trace("adamax all", lambda p: O.Adamax(p, lr=0.02, betas=(0.8, 0.9), eps=1e-3, weight_decay=0.1))
trace("adadelta", lambda p: O.Adadelta(p))
trace("adadelta all", lambda p: O.Adadelta(p, lr=0.5, rho=0.8, eps=1e-4, weight_decay=0.1, maximize=True))
trace("nadam", lambda p: NAdam(p))
trace("nadam all", lambda p: NAdam(p, lr=0.02, betas=(0.8, 0.9), eps=1e-3, weight_decay=0.1, momentum_decay=0.01))
trace("radam", lambda p: O.RAdam(p, lr=0.02))
trace("radam all", lambda p: O.RAdam(p, lr=0.05, betas=(0.8, 0.9), eps=1e-3, weight_decay=0.1))
trace("rprop", lambda p: O.Rprop(p))
trace("rprop all", lambda p: O.Rprop(p, lr=0.02, etas=(0.6, 1.1), step_sizes=(1e-3, 0.03), maximize=True))

with open(os.path.splitext(os.path.abspath(__file__))[0] + ".json", "w", encoding="utf-8") as file:
    file.write('{"generator": "optimizers.py", "torch": "%s", "traces": [\n' % torch.__version__.split("+")[0])
    file.write(",\n".join(json.dumps(t, separators=(",", ":")) for t in traces))
    file.write("\n]}\n")
print(len(traces), "traces")
