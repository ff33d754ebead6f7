"""Thompson sampling, UCB1 and KL-UCB on two Bernoulli arms, simulated without the kit: what its tests compare with.

Run from the root of the repository: python3 tests/reference/regret.py > tests/reference/regret.json
NumPy only, several minutes. KL-UCB's bound is found by bisection. Cumulative regret counts 0.1 for every pull of the worse arm; its
standard error is over the problems.
"""
import json
import math
import platform
import sys

import numpy as np

PROBLEMS, STEPS, SEED, MEANS = 20_000, 10_000, 20261122, np.array([0.9, 0.8])
MARKS = [100, 1_000, 10_000]


def thompson(wins, losses, plays, rng):
    """Posterior under the uniform prior (Thompson 1933)."""
    return rng.beta(1 + wins, 1 + losses)


def ucb1(wins, losses, plays, rng):
    """Auer, Cesa-Bianchi and Fischer 2002, figure 1."""
    tries = wins + losses
    return wins / tries + np.sqrt(2 * math.log(plays) / tries)


def kl_ucb(wins, losses, plays, rng):
    """Garivier and Cappe 2011, algorithm 1 with c = 0: the largest q with tries * kl(mean, q) <= ln t, t the step to come."""
    tries = wins + losses
    mean = wins / tries
    with np.errstate(divide="ignore", invalid="ignore"):
        negative_entropy = np.where((mean > 0) & (mean < 1), mean * np.log(mean) + (1 - mean) * np.log1p(-mean), 0)
    limit = math.log(plays + 1) / tries - negative_entropy
    low, high = mean.copy(), np.ones_like(mean)
    for _ in range(30):
        middle = (low + high) / 2
        with np.errstate(divide="ignore", invalid="ignore"):
            inside = -mean * np.log(middle) - (1 - mean) * np.log(1 - middle) <= limit
        low, high = np.where(inside, middle, low), np.where(inside, high, middle)
    return np.where(mean == 1, 1, low)


def simulate(index, tries_each_arm_first, rng):
    wins, losses = np.zeros((PROBLEMS, 2)), np.zeros((PROBLEMS, 2))
    rows, lost, marks = np.arange(PROBLEMS), np.zeros(PROBLEMS), {}
    first = rng.integers(0, 2, PROBLEMS)
    for plays in range(STEPS):
        if tries_each_arm_first and plays < 2:
            arms = first if plays == 0 else 1 - first
        else:
            values = index(wins, losses, plays, rng)
            arms = np.where(values[:, 0] == values[:, 1], rng.integers(0, 2, PROBLEMS), values.argmax(axis=1))
        paid = rng.random(PROBLEMS) < MEANS[arms]
        wins[rows, arms] += paid
        losses[rows, arms] += ~paid
        lost += MEANS.max() - MEANS[arms]
        if plays + 1 in MARKS:
            marks[str(plays + 1)] = {"mean": float(lost.mean()), "se": float(lost.std(ddof=1) / math.sqrt(PROBLEMS)), "deviation": float(lost.std(ddof=1))}
    return marks


METHODS = {"thompson": (thompson, False), "ucb1": (ucb1, True), "kl-ucb": (kl_ucb, True)}
results = {}
for number, (name, (index, first)) in enumerate(METHODS.items()):
    results[name] = simulate(index, first, np.random.default_rng([SEED, number]))
    print(name, results[name], file=sys.stderr, flush=True)
print(json.dumps({"problems": PROBLEMS, "steps": STEPS, "means": MEANS.tolist(), "seed": SEED, "numpy": np.__version__,
                  "python": platform.python_version(), "methods": results}, indent=1))
