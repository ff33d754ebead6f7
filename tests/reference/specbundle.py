"""Numbers about data/specbundle.csv that the tests of the kit compare with, computed without the kit.

Run from the root of the repository: python3 tests/reference/specbundle.py > tests/reference/specbundle.json
Standard library only.
"""
import csv
import json
import math
import statistics

with open("data/specbundle.csv", encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))

spellings = {}
series = {}
plain = {}
for row in rows:
    cell = (row["model"], row["benchmark"])
    throughput = float(row["output_throughput_tok_s"])
    if row["drafter"] == "none":
        plain.setdefault(cell, set()).add(throughput)
        continue
    drafter = row["drafter"].replace(" ", "")
    spellings.setdefault(drafter, set()).add(row["drafter"])
    setting = "-".join((row["steps"], row["topk"], row["num_draft_tokens"]))
    series.setdefault((*cell, drafter), {})[setting] = throughput

settings = sorted({setting for values in series.values() for setting in values})
shares = {key: {s: v / max(values.values()) for s, v in values.items()} for key, values in series.items()}


def mean_share(setting, keys):
    return statistics.fmean(shares[key][setting] for key in keys)


def best_fixed(keys):
    return max(settings, key=lambda setting: mean_share(setting, keys))


def leave_out(position):
    """Choose on the series whose key differs at this position, judge on those that agree."""
    judged = []
    for value in sorted({key[position] for key in series}):
        inside = [key for key in series if key[position] == value]
        choice = best_fixed([key for key in series if key[position] != value])
        judged.append({"left_out": value, "series": len(inside), "choice": choice,
                       "best_inside": best_fixed(inside),
                       "share": mean_share(choice, inside), "share_of_best_inside": mean_share(best_fixed(inside), inside)})
    total = sum(fold["share"] * fold["series"] for fold in judged) / len(series)
    return {"mean_over_series": total, "mean_over_folds": statistics.fmean(f["share"] for f in judged), "folds": judged}


everything = list(series)
oracle_counts = {setting: 0 for setting in settings}
for values in series.values():
    oracle_counts[max(values, key=values.get)] += 1

print(json.dumps({
    "rows": len(rows),
    "series": len(series),
    "series_without_all_settings": sum(len(values) != len(settings) for values in series.values()),
    "settings": settings,
    "drafters_with_two_spellings": {k: sorted(v) for k, v in spellings.items() if len(v) > 1},
    "plain_cells": len(plain),
    "plain_cells_with_two_values": sum(len(values) > 1 for values in plain.values()),
    "series_where_a_setting_is_slower_than_plain": sum(
        min(values.values()) < next(iter(plain[key[:2]])) for key, values in series.items()),
    "oracle_counts": oracle_counts,
    "mean_share": {s: mean_share(s, everything) for s in settings},
    "geometric_mean_share": {s: math.exp(statistics.fmean(math.log(shares[k][s]) for k in everything)) for s in settings},
    "ratio_of_sums": {s: sum(series[k][s] for k in everything) / sum(max(series[k].values()) for k in everything)
                      for s in settings},
    "minimum_share": {s: min(shares[k][s] for k in everything) for s in settings},
    "best_fixed": best_fixed(everything),
    "mean_oracle_speedup": statistics.fmean(max(v.values()) / next(iter(plain[k[:2]])) for k, v in series.items()),
    "leave_one_model_out": leave_out(0),
    "leave_one_benchmark_out": leave_out(1),
}, indent=1))
