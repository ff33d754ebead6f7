"""The 10-armed testbed (Sutton and Barto 2018, sections 2.3 to 2.8), simulated without the kit: what its tests compare with.

Run from the root of the repository: python3 tests/reference/testbed.py > tests/reference/testbed.json
NumPy only. One row a problem, values recomputed from sums, ties broken by a fresh random number an arm; a minute or two.

Every share, reward and regret comes with its standard error over the problems. "last" is step 1000 alone, "late" the mean over the
last 100 steps, "all" the mean over all steps.
"""
import json
import math
import platform
import sys

import numpy as np

PROBLEMS, ARMS, STEPS, LATE, SEED = 20_000, 10, 1_000, 100, 20261121


def pick_largest(values, rng):
    lottery = rng.random(values.shape)
    lottery[values < values.max(axis=1, keepdims=True)] = -1
    return lottery.argmax(axis=1)


class SampleAverages:
    """epsilon-greedy, section 2.4."""

    def __init__(self, epsilon):
        self.epsilon = epsilon
        self.sums, self.tries = np.zeros((PROBLEMS, ARMS)), np.zeros((PROBLEMS, ARMS), int)

    def choose(self, step, rng):
        greedy = pick_largest(self.sums / np.maximum(self.tries, 1), rng)
        anything = rng.integers(0, ARMS, PROBLEMS)
        return np.where(rng.random(PROBLEMS) < self.epsilon, anything, greedy)

    def learn(self, rows, arms, rewards):
        self.sums[rows, arms] += rewards
        self.tries[rows, arms] += 1


class ConstantStep:
    """Greedy with optimistic first values, section 2.6."""

    def __init__(self, first, alpha):
        self.values, self.alpha = np.full((PROBLEMS, ARMS), float(first)), alpha

    def choose(self, step, rng):
        return pick_largest(self.values, rng)

    def learn(self, rows, arms, rewards):
        old = self.values[rows, arms]
        self.values[rows, arms] = (1 - self.alpha) * old + self.alpha * rewards


class UpperConfidence(SampleAverages):
    """Equation 2.10; an arm that was never tried comes first."""

    def __init__(self, c):
        super().__init__(0)
        self.c = c

    def choose(self, step, rng):
        tries = np.maximum(self.tries, 1)
        bounds = self.sums / tries + self.c * np.sqrt(math.log(step) / tries)
        bounds[self.tries == 0] = np.inf
        return pick_largest(bounds, rng)


class Gradient:
    """Equations 2.11 and 2.12; the baseline is the mean of the rewards before this one, and the first reward its own."""

    def __init__(self, alpha, baseline):
        self.preferences, self.alpha, self.baseline = np.zeros((PROBLEMS, ARMS)), alpha, baseline
        self.total, self.count = np.zeros(PROBLEMS), 0

    def choose(self, step, rng):
        # The Gumbel-max trick: a sample of the soft-max without the soft-max.
        return (self.preferences + rng.gumbel(size=self.preferences.shape)).argmax(axis=1)

    def learn(self, rows, arms, rewards):
        weights = np.exp(self.preferences - self.preferences.max(axis=1, keepdims=True))
        weights /= weights.sum(axis=1, keepdims=True)
        centre = 0 if not self.baseline else self.total / self.count if self.count else rewards
        push = self.alpha * (rewards - centre)
        self.preferences[rows, arms] += push
        self.preferences -= push[:, None] * weights
        self.total += rewards
        self.count += 1


def estimate(samples):
    return {"mean": float(np.mean(samples)), "se": float(np.std(samples, ddof=1) / math.sqrt(len(samples)))}


def simulate(method, level, rng):
    means = rng.normal(level, 1, (PROBLEMS, ARMS))
    best, rows = means.argmax(axis=1), np.arange(PROBLEMS)
    rewarded = {"last": 0, "late": np.zeros(PROBLEMS), "all": np.zeros(PROBLEMS)}
    optimal = {"last": 0, "late": np.zeros(PROBLEMS), "all": np.zeros(PROBLEMS)}
    lost = np.zeros(PROBLEMS)
    for step in range(1, STEPS + 1):
        arms = method.choose(step, rng)
        rewards = rng.normal(means[rows, arms], 1)
        method.learn(rows, arms, rewards)
        for kept, now in ((rewarded, rewards), (optimal, (arms == best).astype(float))):
            kept["all"] += now / STEPS
            if step > STEPS - LATE:
                kept["late"] += now / LATE
            kept["last"] = now
        lost += means[rows, best] - means[rows, arms]
    return {"reward": {k: estimate(v) for k, v in rewarded.items()}, "optimal": {k: estimate(v) for k, v in optimal.items()},
            "regret": estimate(lost)}


METHODS = {
    "greedy": (lambda: SampleAverages(0), 0),
    "epsilon 0.01": (lambda: SampleAverages(0.01), 0),
    "epsilon 0.1": (lambda: SampleAverages(0.1), 0),
    "optimistic": (lambda: ConstantStep(5, 0.1), 0),
    "ucb": (lambda: UpperConfidence(2), 0),
    "gradient 0.1": (lambda: Gradient(0.1, True), 4),
    "gradient 0.4": (lambda: Gradient(0.4, True), 4),
    "gradient 0.1 without baseline": (lambda: Gradient(0.1, False), 4),
    "gradient 0.4 without baseline": (lambda: Gradient(0.4, False), 4),
}

results = {}
for number, (name, (make, level)) in enumerate(METHODS.items()):
    results[name] = simulate(make(), level, np.random.default_rng([SEED, number]))
    print(name, results[name]["optimal"], file=sys.stderr, flush=True)
print(json.dumps({"problems": PROBLEMS, "arms": ARMS, "steps": STEPS, "seed": SEED, "numpy": np.__version__,
                  "python": platform.python_version(), "methods": results}, indent=1))
