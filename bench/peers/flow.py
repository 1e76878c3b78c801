#!/usr/bin/env python3
"""Gradient flow of the paper's model from the start of the preset canonical, ours beside scipy's DOP853 and LSODA with the same tolerances.

    bench/peers/flow.py CLASSPATH

Prints the median seconds of each and how far each end is from one with tolerances a hundred times smaller. Needs numpy and scipy.
"""
import statistics
import subprocess
import sys
import time

import numpy
from scipy.integrate import solve_ivp

LAMBDA1, LAMBDA2, START, TIME = 1.0, 0.001, (0.7, 0.005, 0.2), 19_200.0
RELATIVE, ABSOLUTE, ROUNDS = 1e-10, 1e-13, 7


def slope(_, w):
    a, b1, b2 = w
    r = a * b2 - 1
    return [-(LAMBDA1 * a * b1 * b1 + LAMBDA2 * r * b2), -LAMBDA1 * a * a * b1, -LAMBDA2 * r * a]


def solved(method, part=1.0):
    return solve_ivp(slope, (0, TIME), START, method=method, rtol=part * RELATIVE, atol=part * ABSOLUTE).y[:, -1]


def timed(method):
    seconds = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        end = solved(method)
        seconds.append(time.perf_counter() - begin)
    return statistics.median(seconds), end


exact = solved("DOP853", 0.01)
arguments = [LAMBDA1, LAMBDA2, *START, TIME, RELATIVE, ABSOLUTE]
words = subprocess.run(["java", "-cp", sys.argv[1], "org.eoslab.bench.FlowRate", *map(str, arguments)],
                       capture_output=True, text=True, check=True).stdout.split()
ours = float(words[0]), numpy.array([float(word) for word in words[1:]])
for name, (seconds, end) in {"ours": ours, "DOP853": timed("DOP853"), "LSODA": timed("LSODA")}.items():
    print(f"{name}: {seconds:.3e} s, error {abs(end - exact).max():.1e}")
