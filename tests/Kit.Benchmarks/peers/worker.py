"""The Python side of a benchmark: speaks with WorkerProcess.cs.

Reads lines "MEASURE SECONDS" from standard input and answers each with "MEASURE NANOSECONDS": the fastest repetition within the time.
The first line it prints is a JSON object with the versions.
"""
import json
import math
import sys
import time


def serve(facts, work):
    """Serves until the input ends; work gives for each measure a function that prepares (what to repeat, units in a repetition)."""
    print(json.dumps(facts), flush=True)
    ready = {}
    for line in sys.stdin:
        measure, seconds = line.split()
        if measure not in ready:
            ready[measure] = work[measure]()
            ready[measure][0]()
        run, count = ready[measure]
        best, until = math.inf, time.perf_counter() + float(seconds)
        while True:
            start = time.perf_counter_ns()
            run()
            stop = time.perf_counter_ns()
            best = min(best, (stop - start) / count)
            if time.perf_counter() >= until:
                break
        print(measure, best, flush=True)
