"""Numbers that the tests of Kit.Foundation.Statistics compare with, computed without the kit.

Run from the root of the repository: python3 tests/reference/statistics.py > tests/reference/statistics.json
NumPy 1.24, SciPy 1.10.
"""
import sys

# Run as a script this file's folder comes first on the path, where its own name hides the standard library's statistics.
sys.path.pop(0)

import hashlib
import itertools
import json
import struct

import numpy as np
from scipy import stats


class Stream(np.random.RandomState):
    """The kit's stream Of(seed, name): Philox 4x64 under a hashed key, whole numbers by Lemire's multiplication.

    SciPy's bootstrap accepts a RandomState and asks it for randint, so the resamples are the kit's and all else is SciPy's."""

    def __init__(self, seed, name):
        digest = hashlib.sha256(struct.pack("<qq", seed, 0) + name.encode()).digest()
        self.philox = np.random.Philox(key=np.frombuffer(digest[:16], dtype="<u8"))
        super().__init__(0)

    def randint(self, low, high=None, size=None, dtype=None):
        drawn = [int(bits) * int(high) for bits in self.philox.random_raw(int(np.prod(size)))]
        assert low == 0 and min(it % 2**64 for it in drawn) >= high  # no draw that Lemire would reject
        return np.array([it >> 64 for it in drawn]).reshape(size)


def bootstrap(values, statistic, seed, confidence, resamples, method):
    it = stats.bootstrap((np.sort(values),), statistic, n_resamples=resamples, confidence_level=confidence, method=method,
                         vectorized=False, random_state=Stream(seed, "bootstrap")).confidence_interval
    return {"values": list(values), "seed": seed, "confidence": confidence, "resamples": resamples, "method": method,
            "value": float(statistic(np.asarray(values))), "low": float(it.low), "high": float(it.high)}


def stratified(tasks, seed, confidence, resamples):
    stream = Stream(seed, "bootstrap")
    ordered = [np.sort(task) for task in tasks]
    replicates = [stats.trim_mean(np.concatenate([task[stream.randint(0, len(task), len(task))] for task in ordered]), 0.25)
                  for _ in range(resamples)]
    low, high = np.percentile(replicates, [50 * (1 - confidence), 50 * (1 + confidence)])
    return {"tasks": [list(task) for task in tasks], "seed": seed, "confidence": confidence, "resamples": resamples,
            "value": float(stats.trim_mean(np.concatenate(tasks), 0.25)), "low": float(low), "high": float(high)}


def every_sign(d, pratt):
    """Tails of W+ by writing down all 2^n sign patterns; SciPy's exact test refuses ties and zeros."""
    kept = np.array([it for it in d if pratt or it != 0], dtype=float)
    ranks, signs = stats.rankdata(np.abs(kept))[kept != 0], np.sign(kept[kept != 0])
    plus = ranks[signs > 0].sum()
    sums = np.array(list(itertools.product((0, 1), repeat=len(ranks)))) @ ranks
    less, greater = np.mean(sums <= plus), np.mean(sums >= plus)
    return {"differences": list(map(float, d)), "pratt": pratt, "plus": plus, "minus": ranks[signs < 0].sum(), "used": len(ranks),
            "less": less, "greater": greater, "two_sided": min(1.0, 2 * min(less, greater))}


def normal(d, pratt, correction):
    p = {name: stats.wilcoxon(d, zero_method="pratt" if pratt else "wilcox", correction=correction, alternative=name, method="approx").pvalue
         for name in ("less", "greater", "two-sided")}
    return {"differences": list(map(float, d)), "pratt": pratt, "correction": correction,
            "less": p["less"], "greater": p["greater"], "two_sided": p["two-sided"]}


rng = np.random.default_rng(20240601)
# Six decimals: SciPy takes resampled means that tie with the estimate but for rounding for smaller or greater ones, the kit for ties.
skewed = [round(float(it), 6) for it in rng.exponential(size=20)]
few = [1.0, 0.0, 0.0, 1.0, 1.0, 0.0, 1.0, 1.0, 1.0, 1.0]
# Spatial test data A: Efron and Tibshirani 1993, table 14.1
spatial = [48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41]
scores = [[round(float(it), 3) for it in rng.normal(task, 1, 5)] for task in range(4)]
counted = [int(it) for it in rng.integers(-6, 10, 18)]
untied = [round(float(it), 6) for it in rng.normal(0.4, 1, 40)]
many = [int(it) for it in rng.integers(-20, 26, 80)]
assert 0 in counted and 0 in many

without = [np.var(np.delete(spatial, i)) for i in range(26)]
away = np.mean(without) - without

print(json.dumps({
    "normal_cdf": [[x, stats.norm.cdf(x)] for x in (-8.0, -3.5, -1.0, 0.0, 0.3, 1.959963984540054, 5.0)],
    "normal_quantile": [[p, stats.norm.ppf(p)] for p in (1e-12, 0.0005, 0.025, 0.5, 0.9, 0.975, 0.99999)],
    "quantile": {"sorted": sorted(skewed), "levels": [[p, np.percentile(skewed, 100 * p)] for p in (0.0, 0.025, 0.33, 0.5, 0.975, 1.0)]},
    "ranks": [[many, list(stats.rankdata(many))]],
    "bootstrap": [
        bootstrap(skewed, np.mean, 1, 0.95, 2000, "BCa"),
        bootstrap(skewed, np.mean, 2, 0.9, 999, "percentile"),
        bootstrap(few, np.mean, 3, 0.95, 1000, "BCa"),
    ],
    "bootstrap_variance": bootstrap(spatial, np.var, 4, 0.9, 2000, "BCa"),
    "spatial_acceleration": float((away**3).sum() / (6 * (away**2).sum() ** 1.5)),
    "interquartile": [[skewed[:n], stats.trim_mean(skewed[:n], 0.25)] for n in range(1, 14)],
    "stratified": stratified(scores, 5, 0.95, 1000),
    "wilson": [[k, n, c, *stats.binomtest(k, n).proportion_ci(c, method="wilson")]
               for k, n, c in ((0, 1, 0.95), (1, 1, 0.95), (3, 7, 0.5), (81, 263, 0.99), (999_999, 1_000_000, 0.95))],
    "signed_rank_exact_untied": [[untied[:n], {a: stats.wilcoxon(untied[:n], alternative=a, method="exact").pvalue for a in ("less", "greater", "two-sided")}]
                                 for n in (1, 2, 9, 25, 40)],
    "signed_rank_every_sign": [every_sign(counted, pratt) for pratt in (False, True)],
    "signed_rank_normal": [normal(many, pratt, correction) for pratt in (False, True) for correction in (False, True)],
    "summary": [[values, np.mean(values), np.std(values, ddof=1), stats.sem(values)] for values in (skewed, [1e9 + it for it in few])],
}, indent=1, default=float))
