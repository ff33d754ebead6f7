"""Traces of learning rate schedules: the rates of two groups (0.1 and 0.02) before the first and after each of 30 steps.

Where a schedule moves the momentum, the momentum of the first group follows. Run as the other generators here; the table is called from
tests/Engine.Tests/Optim.
"""
import json
import math
import os

import torch

STEPS = 30
S = torch.optim.lr_scheduler
traces = []


def optimizer(kind):
    p = [torch.nn.Parameter(torch.zeros(1)) for _ in range(2)]
    groups = [{"params": p[:1], "lr": 0.1}, {"params": p[1:], "lr": 0.02}]
    return torch.optim.SGD(groups, lr=1.0, momentum=0.5) if kind == "sgd" else torch.optim.Adam(groups, lr=1.0)


def metric(t):
    """Falls for some steps, then stays within its own noise."""
    return max(1.0 - 0.1 * t, 0.3) + 0.001 * math.cos(t)


def trace(name, make, kind="sgd", momentum=False, plateau=False):
    o = optimizer(kind)
    s = make(o)
    rows = []
    for t in range(STEPS + 1):
        if t > 0:
            o.step()
            s.step(metric(t)) if plateau else s.step()
        row = [g["lr"] for g in o.param_groups]
        if momentum:
            g = o.param_groups[0]
            row.append(g["momentum"] if "momentum" in g else g["betas"][0])
        rows.append(row)
    traces.append({"name": name, "steps": rows})


trace("step", lambda o: S.StepLR(o, 7, gamma=0.3))
trace("multi step", lambda o: S.MultiStepLR(o, [3, 11, 11, 25], gamma=0.5))
trace("exponential", lambda o: S.ExponentialLR(o, 0.9))
trace("cosine", lambda o: S.CosineAnnealingLR(o, 12, eta_min=0.001))
trace("linear", lambda o: S.LinearLR(o, start_factor=0.1, end_factor=0.8, total_iters=10))
trace("linear defaults", lambda o: S.LinearLR(o))
trace("constant", lambda o: S.ConstantLR(o, factor=0.25, total_iters=6))
trace("polynomial", lambda o: S.PolynomialLR(o, total_iters=20, power=2.0))
trace("lambda", lambda o: S.LambdaLR(o, lambda t: 0.95 ** t))
trace("lambdas", lambda o: S.LambdaLR(o, [lambda t: 1 / (1 + t), lambda t: min(1.0, (t + 1) / 10)]))
trace("multiplicative", lambda o: S.MultiplicativeLR(o, lambda t: 0.9 if t % 2 else 1.05))
trace("one cycle", lambda o: S.OneCycleLR(o, 0.5, total_steps=31), momentum=True)
trace("one cycle betas", lambda o: S.OneCycleLR(o, [0.5, 0.2], epochs=8, steps_per_epoch=4, pct_start=0.4, anneal_strategy="linear"), "adam", momentum=True)
trace("one cycle three phases", lambda o: S.OneCycleLR(o, 0.5, total_steps=31, three_phase=True, div_factor=10, final_div_factor=100,
                                                      base_momentum=0.7, max_momentum=0.9), momentum=True)
trace("cyclic", lambda o: S.CyclicLR(o, 0.01, 0.1, step_size_up=5, step_size_down=8), momentum=True)
trace("cyclic triangular2", lambda o: S.CyclicLR(o, 0.01, 0.1, step_size_up=4, mode="triangular2", base_momentum=0.6, max_momentum=0.95), momentum=True)
trace("cyclic range", lambda o: S.CyclicLR(o, [0.01, 0.001], [0.1, 0.05], step_size_up=4, mode="exp_range", gamma=0.95), momentum=True)
trace("cyclic own scale", lambda o: S.CyclicLR(o, 0.01, 0.1, step_size_up=4, scale_fn=lambda x: 1 / (1 + x), scale_mode="iterations",
                                               cycle_momentum=False), "adam")
trace("sequential", lambda o: S.SequentialLR(o, [S.LinearLR(o, 0.1, total_iters=5), S.ExponentialLR(o, 0.9), S.CosineAnnealingLR(o, 8)], [5, 15]))
trace("chained", lambda o: S.ChainedScheduler([S.LinearLR(o, 0.2, total_iters=6), S.ExponentialLR(o, 0.95)]))
trace("plateau", lambda o: S.ReduceLROnPlateau(o, factor=0.5, patience=3), plateau=True)
trace("plateau all", lambda o: S.ReduceLROnPlateau(o, mode="max", factor=0.3, patience=1, threshold=0.01, threshold_mode="abs", cooldown=2,
                                                  min_lr=[0.001, 0.005]), plateau=True)

with open(os.path.splitext(os.path.abspath(__file__))[0] + ".json", "w", encoding="utf-8") as file:
    file.write('{"generator": "schedulers.py", "torch": "%s", "traces": [\n' % torch.__version__.split("+")[0])
    file.write(",\n".join(json.dumps(t, separators=(",", ":")) for t in traces))
    file.write("\n]}\n")
print(len(traces), "traces")
