"""The work of BanditsWork.cs in NumPy: the peer of `./kit bench bandits`.

The same loop with the same bookkeeping: 64-bit numbers, arms first ([K, N]), which NumPy likes better, too, in place where that saves an
array, and ties looked for before they are broken. One thread.
"""
import sys

import numpy as np

from worker import serve

ARMS, PROBLEMS, STEPS = 10, 2_000, 1_000
COLUMNS = np.arange(PROBLEMS)


def argmax(values, rng, equal=np.empty((ARMS, PROBLEMS), bool)):
    """The arm of the largest value, ties broken evenly."""
    np.equal(values, values.max(axis=0), out=equal)
    arms = equal.argmax(axis=0)
    if np.count_nonzero(equal) > PROBLEMS:
        tied = np.flatnonzero(equal.sum(axis=0) > 1)
        lottery = rng.random((ARMS, len(tied)))
        lottery *= equal[:, tied]
        arms[tied] = lottery.argmax(axis=0)
    return arms


class EpsilonGreedy:
    def __init__(self, epsilon, step_size=None, initial=0.0):
        self.epsilon, self.step_size = epsilon, step_size
        self.values, self.counts = np.full((ARMS, PROBLEMS), initial), np.zeros((ARMS, PROBLEMS))

    def select(self, step, rng):
        arms = argmax(self.values, rng)
        if self.epsilon:
            explore = np.flatnonzero(rng.random(PROBLEMS) < self.epsilon)
            arms[explore] = rng.integers(ARMS, size=len(explore))
        return arms

    def update(self, step, arms, rewards):
        self.counts[arms, COLUMNS] += 1
        error = rewards - self.values[arms, COLUMNS]
        if self.step_size is None:
            error /= self.counts[arms, COLUMNS]
        else:
            error *= self.step_size
        self.values[arms, COLUMNS] += error


class Ucb(EpsilonGreedy):
    def __init__(self, c):
        super().__init__(0.0)
        self.c, self.bounds = c, np.empty((ARMS, PROBLEMS))

    def select(self, step, rng):
        if step <= ARMS:
            untried = self.counts == 0
            return argmax(untried, rng)
        np.divide(self.c * self.c * np.log(step), self.counts, out=self.bounds)
        np.sqrt(self.bounds, out=self.bounds)
        self.bounds += self.values
        return argmax(self.bounds, rng)


class Gradient:
    def __init__(self, step_size, baseline):
        self.step_size, self.baseline = step_size, baseline
        self.preferences, self.probabilities = np.zeros((ARMS, PROBLEMS)), np.empty((ARMS, PROBLEMS))
        self.average = np.zeros(PROBLEMS)

    def select(self, step, rng):
        p = self.probabilities
        np.subtract(self.preferences, self.preferences.max(axis=0), out=p)
        np.exp(p, out=p)
        p /= p.sum(axis=0)
        below = p.cumsum(axis=0)
        return (below <= rng.random(PROBLEMS) * below[-1]).sum(axis=0)

    def update(self, step, arms, rewards):
        push = rewards - self.average if self.baseline else rewards.copy()
        if self.baseline:
            self.average += push / step
            if step == 1:
                push[:] = 0
        push *= self.step_size
        self.probabilities *= push
        self.preferences -= self.probabilities
        self.preferences[arms, COLUMNS] += push


METHODS = {
    "greedy": (lambda: EpsilonGreedy(0.0), 0),
    "epsilon-0.01": (lambda: EpsilonGreedy(0.01), 0),
    "epsilon-0.1": (lambda: EpsilonGreedy(0.1), 0),
    "optimistic": (lambda: EpsilonGreedy(0.0, 0.1, 5.0), 0),
    "ucb": (lambda: Ucb(2), 0),
    "gradient-0.1": (lambda: Gradient(0.1, True), 4),
    "gradient-0.4": (lambda: Gradient(0.4, True), 4),
    "gradient-0.1-plain": (lambda: Gradient(0.1, False), 4),
    "gradient-0.4-plain": (lambda: Gradient(0.4, False), 4),
}


def play(name):
    """Mean reward, share of optimal arms and cumulative regret at each step, each with its standard error."""
    make, level = METHODS[name]
    method, rng = make(), np.random.default_rng(1)
    means = rng.standard_normal((ARMS, PROBLEMS)) + level
    best = means.max(axis=0)
    lost, earned, late = np.zeros(PROBLEMS), np.zeros(PROBLEMS), np.zeros(PROBLEMS)
    figures = np.empty((STEPS, 6))
    for step in range(1, STEPS + 1):
        arms = method.select(step, rng)
        expected = means[arms, COLUMNS]
        regret = best - expected
        rewards = rng.standard_normal(PROBLEMS)
        rewards += expected
        method.update(step, arms, rewards)
        lost += regret
        earned += rewards
        optimal = regret == 0
        if step > STEPS - 100:
            late += optimal
        share = np.count_nonzero(optimal) / PROBLEMS
        figures[step - 1] = *mean(rewards), share, (share * (1 - share) / (PROBLEMS - 1)) ** 0.5, *mean(lost)
    return figures, earned.mean() / STEPS, late.mean() / 100


def mean(numbers):
    average = numbers.sum() / PROBLEMS
    deviations = numbers - average
    return average, (deviations.dot(deviations) / (PROBLEMS - 1) / PROBLEMS) ** 0.5


def testbed():
    for name in METHODS:
        play(name)


WORK = {name: lambda name=name: (lambda: play(name), 1) for name in METHODS}
WORK["testbed"] = WORK["testbed-two-threads"] = lambda: (testbed, 1)

if __name__ == "__main__":
    serve({"name": "Python " + sys.version.split()[0], "numpy": np.__version__, "threads": 1}, WORK)
