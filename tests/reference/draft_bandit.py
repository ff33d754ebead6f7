"""A contextual bandit on data/specbundle.csv, without the kit: what DraftPolicyStudyTests compares with.

Run from the root of the repository: /usr/bin/python3 tests/reference/draft_bandit.py > tests/reference/draft_bandit.json
NumPy. Part one has no randomness: least squares on every setting's speed-up, model left out. Part two simulates LinUCB.
"""
import csv
import json

import numpy as np

ROUNDS, NOISE, ALPHA, RIDGE, SEEDS = 1000, 0.05, 1.0, 0.01, 40

plain, series = {}, {}
with open("data/specbundle.csv", encoding="utf-8", newline="") as file:
    for row in csv.DictReader(file):
        cell, speed = (row["model"], row["benchmark"]), float(row["output_throughput_tok_s"])
        if row["drafter"] == "none":
            plain[cell] = speed
        else:
            setting = (int(row["steps"]), int(row["topk"]), int(row["num_draft_tokens"]))
            series.setdefault((*cell, row["drafter"].replace(" ", "")), {})[setting] = speed

keys = list(series)
settings = sorted(series[keys[0]])
speed = np.array([[series[key][s] for s in settings] for key in keys])
base = np.array([plain[key[:2]] for key in keys])
share, gain = speed / speed.max(axis=1, keepdims=True), speed / base[:, None]
model, benchmark = np.array([key[0] for key in keys]), np.array([key[1] for key in keys])
names = sorted(set(benchmark))


def features(kind, train):
    one_hot = (benchmark[:, None] == np.array(names)[None, :]).astype(float)
    log = np.log(base)
    scaled = ((log - log[train].mean()) / log[train].std())[:, None]
    ones = np.ones((len(keys), 1))
    return {"None": ones, "Benchmark": one_hot, "PlainThroughput": np.hstack([ones, scaled]),
            "Benchmark, PlainThroughput": np.hstack([one_hot, scaled])}[kind]


def least_squares(x, train):
    gram = x[train].T @ x[train] + RIDGE * np.eye(x.shape[1])
    return np.linalg.solve(gram, x[train].T @ gain[train])


def lin_ucb(x, train, random):
    d, arms = x.shape[1], len(settings)
    inverse, b = np.stack([np.eye(d) / RIDGE] * arms), np.zeros((arms, d))
    for i in random.choice(np.flatnonzero(train), ROUNDS):
        theta = np.einsum("kij,kj->ki", inverse, b)
        width = np.sqrt(np.einsum("i,kij,j->k", x[i], inverse, x[i]))
        arm = np.argmax(theta @ x[i] + ALPHA * width + 1e-12 * random.random(arms))
        reward = gain[i, arm] * (1 + NOISE * random.standard_normal())
        b[arm] += reward * x[i]
        inverse[arm] = np.linalg.inv(np.linalg.inv(inverse[arm]) + np.outer(x[i], x[i]))
    return np.einsum("kij,kj->ki", inverse, b).T


def left_out(kind, fit):
    picked = np.empty(len(keys))
    for name in sorted(set(model)):
        judged = model == name
        x = features(kind, ~judged)
        arms = (x[judged] @ fit(x, ~judged)).argmax(axis=1)
        picked[judged] = share[judged][np.arange(judged.sum()), arms]
    return float(picked.mean())


kinds = ["None", "Benchmark", "PlainThroughput", "Benchmark, PlainThroughput"]
online = {}
for kind in ["None", "Benchmark"]:
    runs = [left_out(kind, lambda x, train, r=np.random.default_rng([20261121, seed]): lin_ucb(x, train, r)) for seed in range(SEEDS)]
    online[kind] = {"mean": float(np.mean(runs)), "standard_error": float(np.std(runs, ddof=1) / SEEDS ** 0.5)}
print(json.dumps({
    "numpy": np.__version__, "rounds": ROUNDS, "noise": NOISE, "alpha": ALPHA, "ridge": RIDGE, "seeds": SEEDS,
    "least_squares": {kind: left_out(kind, least_squares) for kind in kinds},
    "lin_ucb": online,
}, indent=1))
