"""Numbers about bandits that the tests of the kit compare with, computed without the kit.

Run from the root of the repository: python3 tests/reference/bandits.py > tests/reference/bandits.json
NumPy and SciPy. Simulations are vectorised over problems, one row a problem; each entry has the mean over problems
and its standard error.
"""
import json

import numpy as np
from scipy.optimize import brentq
from scipy.special import rel_entr


def kl(p, q):
    return rel_entr(p, q) + rel_entr(1 - p, 1 - q)


def kl_index(mean, pulls, t, c):
    level = (np.log(t) + c * np.log(np.log(t))) / pulls
    if kl(mean, 1 - 1e-15) <= level:
        return 1.0
    return brentq(lambda q: kl(mean, q) - level, mean, 1 - 1e-15, xtol=1e-15, rtol=1e-14)


result = {
    "divergence": [[p, q, float(kl(p, q))] for p, q in [(0.5, 0.5), (0.8, 0.9), (0.9, 0.8), (0, 0.3), (1, 0.3), (1e-9, 0.5), (0.999, 0.001)]],
    "kl_index": [[m, n, t, c, float(kl_index(m, n, t, c))]
                 for m, n, t, c in [(2 / 3, 3, 5, 0), (0, 1, 3, 0), (0.5, 10, 100, 0), (0.5, 10, 100, 3), (0.9, 1000, 10000, 0), (0.01, 200, 10000, 3), (0.99, 5, 50, 0)]],
}

# Ridge regression by solving the normal equations afresh.
rng = np.random.default_rng(1)
x = rng.normal(size=(30, 4)).round(3)
r = rng.normal(size=30).round(3)
probe = rng.normal(size=4).round(3)
a = 0.5 * np.eye(4) + x.T @ x
result["ridge"] = {
    "ridge": 0.5, "contexts": x.tolist(), "rewards": r.tolist(), "probe": probe.tolist(),
    "coefficients": np.linalg.solve(a, x.T @ r).tolist(),
    "mean": float(probe @ np.linalg.solve(a, x.T @ r)),
    "width": float(np.sqrt(probe @ np.linalg.solve(a, probe))),
}


def estimate(values):
    return {"mean": float(values.mean()), "error": float(values.std(ddof=1) / np.sqrt(len(values))), "problems": len(values)}


def argmax(values):
    """Ties broken at random: a random key of the columns decides among the maxima."""
    return np.where(values == values.max(1, keepdims=True), rng.random(values.shape), -1).argmax(1)


def testbed(problems, select, update, centre=0.0, steps=1000, last=100, arms=10):
    """Share of optimal pulls over the last steps of the ten-armed testbed."""
    means = rng.normal(centre, 1, (problems, arms))
    best = means.argmax(1)
    rows = np.arange(problems)
    hits = np.zeros(problems)
    for t in range(1, steps + 1):
        chosen = select(t)
        update(t, rows, chosen, rng.normal(means[rows, chosen], 1))
        hits += (chosen == best) * (t > steps - last)
    return estimate(hits / last)


def epsilon_greedy(problems, epsilon, alpha=None, initial=0.0, arms=10):
    q, n = np.full((problems, arms), initial), np.zeros((problems, arms))

    def select(t):
        explore = rng.random(problems) < epsilon
        return np.where(explore, rng.integers(0, arms, problems), argmax(q))

    def update(t, rows, chosen, reward):
        n[rows, chosen] += 1
        q[rows, chosen] += (alpha or 1 / n[rows, chosen]) * (reward - q[rows, chosen])

    return select, update


def ucb(problems, c, arms=10):
    q, n = np.zeros((problems, arms)), np.zeros((problems, arms))

    def select(t):
        with np.errstate(divide="ignore"):
            return argmax(np.where(n == 0, np.inf, q + c * np.sqrt(np.log(t) / np.where(n == 0, 1, n))))

    def update(t, rows, chosen, reward):
        n[rows, chosen] += 1
        q[rows, chosen] += (reward - q[rows, chosen]) / n[rows, chosen]

    return select, update


def gradient(problems, alpha, baseline, arms=10):
    h, total = np.zeros((problems, arms)), np.zeros(problems)

    def policy():
        e = np.exp(h - h.max(1, keepdims=True))
        return e / e.sum(1, keepdims=True)

    def select(t):
        return (policy().cumsum(1) > rng.random((problems, 1))).argmax(1)

    def update(t, rows, chosen, reward):
        before = reward if t == 1 else total / (t - 1)
        step = alpha * (reward - (before if baseline else 0))
        h[:] -= step[:, None] * policy()
        h[rows, chosen] += step
        total[:] += reward

    return select, update


n = 4000
result["testbed"] = {
    "greedy": testbed(n, *epsilon_greedy(n, 0)),
    "epsilon 0.1": testbed(n, *epsilon_greedy(n, 0.1)),
    "optimistic": testbed(n, *epsilon_greedy(n, 0, 0.1, 5.0)),
    "ucb": testbed(n, *ucb(n, 2)),
    "gradient 0.1": testbed(n, *gradient(n, 0.1, True), centre=4),
    "gradient 0.4 without baseline": testbed(n, *gradient(n, 0.4, False), centre=4),
}


def regret(problems, steps, select, means=(0.9, 0.8)):
    """Pseudo-regret of two coins at the end."""
    means = np.array(means)
    s, k = np.zeros((problems, 2)), np.zeros((problems, 2))
    rows = np.arange(problems)
    for t in range(1, steps + 1):
        chosen = select(t, s, k)
        k[rows, chosen] += 1
        s[rows, chosen] += rng.random(problems) < means[chosen]
    return estimate(k @ (means.max() - means))


def ucb1(t, s, k):
    pulled = np.maximum(k, 1)
    return argmax(np.where(k == 0, np.inf, s / pulled + np.sqrt(2 * np.log(max(t - 1, 1)) / pulled)))


def kl_ucb(t, s, k):
    pulled = np.maximum(k, 1)
    mean = s / pulled
    low, high = mean.copy(), np.ones_like(mean)
    for _ in range(30):
        q = (low + high) / 2
        above = kl(mean, q) > np.log(t) / pulled
        low, high = np.where(above, low, q), np.where(above, q, high)
    return argmax(np.where(k == 0, np.inf, low))


def thompson(t, s, k):
    return argmax(rng.beta(1 + s, 1 + k - s))


result["regret"] = {name: regret(1000, 3000, select) for name, select in [("ucb1", ucb1), ("kl_ucb", kl_ucb), ("thompson", thompson)]}

# EXP3 with γ = 0.5 on two arms: arm 0 pays 1, arm 1 pays 0.5, arm 0 pays 1.
w = np.ones(2)
trace = []
for arm, reward in [(0, 1.0), (1, 0.5), (0, 1.0)]:
    p = 0.5 * w / w.sum() + 0.5 / 2
    w[arm] *= np.exp(0.5 * reward / p[arm] / 2)
    trace.append({"p": p.tolist(), "log_w": np.log(w).tolist()})
result["exp3"] = trace


def drifting(problems, alpha, steps=4000, last=1000, arms=10):
    """Exercise 2.5: ε = 0.1 on means that walk by N(0, 0.01²) a step."""
    select, update = epsilon_greedy(problems, 0.1, alpha)
    means, hits, rows = np.zeros((problems, arms)), np.zeros(problems), np.arange(problems)
    for t in range(1, steps + 1):
        chosen = select(t)
        hits += (means[rows, chosen] == means.max(1)) * (t > steps - last)
        update(t, rows, chosen, rng.normal(means[rows, chosen], 1))
        means += rng.normal(0, 0.01, means.shape)
    return estimate(hits / last)


result["drifting"] = {"sample average": drifting(1000, None), "constant step": drifting(1000, 0.1)}

print(json.dumps(result, indent=1))
