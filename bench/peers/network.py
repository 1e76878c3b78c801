#!/usr/bin/env python3
"""A step and a sharpness reading of 3072-200-200-10 tanh on CIFAR-10, ours beside PyTorch and scipy's eigsh.

Both train from the same parameters on the same images, with the same threads (OMP_NUM_THREADS, else all), in alternation: a step of one, a step of
the other. Every EVERY steps both read the sharpness. Medians and their ratios are printed at the end.

    bench/peers/network.py CLASSPATH DATA [IMAGES [STEPS [EVERY]]]

Needs PyTorch, numpy and scipy (Debian: python3-torch, python3-scipy).
"""
import os

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import numpy
import torch
from scipy.sparse.linalg import LinearOperator, eigsh

ETA = 0.05
ENVIRONMENT = pathlib.Path(__file__).resolve().parents[2] / "environment"
JAVA = ["bash", "-c", 'source "$0" && exec "$@"', ENVIRONMENT,
        "java", "-XX:+UseParallelGC", "-XX:+UseTransparentHugePages", "-Xmn512m"]
THREADS = int(os.environ.get("OMP_NUM_THREADS", os.cpu_count()))
# Whoever asks works too.
JAVA.append(f"-Djava.util.concurrent.ForkJoinPool.common.parallelism={THREADS - 1}")
SHAPES = [(200, 3072), (200,), (200, 200), (200,), (10, 200), (10,)]


def images(folder, count):
    raw = numpy.fromfile(f"{folder}/cifar-10-batches-bin/data_batch_1.bin", dtype=numpy.uint8).reshape(-1, 3073)[:count]
    x = raw[:, 1:] / 255.0
    x = (x - x.mean(0)) / x.std(0)
    y = numpy.eye(10)[raw[:, 0]]
    return torch.tensor(x, dtype=torch.float32), torch.tensor(y, dtype=torch.float32)


def parameters(file):
    flat = numpy.fromfile(file, dtype="<f8")
    blocks, offset = [], 0
    for shape in SHAPES:
        size = int(numpy.prod(shape))
        blocks.append(torch.tensor(flat[offset:offset + size].reshape(shape), dtype=torch.float32, requires_grad=True))
        offset += size
    return blocks


def loss(w, x, y):
    h = torch.tanh(torch.nn.functional.linear(x, w[0], w[1]))
    h = torch.tanh(torch.nn.functional.linear(h, w[2], w[3]))
    f = torch.nn.functional.linear(h, w[4], w[5])
    return ((f - y) ** 2).sum() / (2 * len(x))


def step(w, x, y):
    gradient = torch.autograd.grad(loss(w, x, y), w)
    with torch.no_grad():
        for p, g in zip(w, gradient):
            p -= ETA * g


def reading(w, x, y, tolerance):
    """The field's way: eigsh over products that use the gradient's graph again; 0 is its default tolerance, that of rounding."""
    gradient = torch.autograd.grad(loss(w, x, y), w, create_graph=True)
    flat = torch.cat([g.reshape(-1) for g in gradient])
    products = 0

    def product(v):
        nonlocal products
        products += 1
        v = torch.tensor(v.reshape(-1), dtype=torch.float32)
        return torch.cat([h.reshape(-1) for h in torch.autograd.grad(flat @ v, w, retain_graph=True)]).numpy()

    n = flat.numel()
    value = eigsh(LinearOperator((n, n), matvec=product, dtype=numpy.float32), k=1, which="LA", tol=tolerance)[0][0]
    return value, products


def main():
    classpath, data = sys.argv[1:3]
    count, steps, every = (int(a) for a in (sys.argv[3:] + ["1000", "100", "10"][len(sys.argv) - 3:]))
    x, y = images(data, count)
    with tempfile.NamedTemporaryFile() as start:
        ours = subprocess.Popen(
            [*JAVA, "-cp", classpath, "org.eoslab.bench.NetworkPeer", data, str(count), start.name],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        ours.stdout.readline()
        torch.set_num_threads(THREADS)
        w = parameters(start.name)

    def ask(what):
        ours.stdin.write(what + "\n")
        ours.stdin.flush()
        return [float(word) for word in ours.stdout.readline().split()]

    tolerances = {"reading": 1e-3, "reading, eigsh's default tolerance": 0}
    times = {what: ([], []) for what in ("step", *tolerances)}
    products = ([], [], [])
    for t in range(steps):
        if t % every == 0:
            seconds, sharpness, spent = ask("reading")
            products[0].append(spent)
            print(f"step {t}: sharpness {sharpness:.4f} with {spent:.0f} products", end="")
            for (what, tolerance), numbers in zip(tolerances.items(), products[1:]):
                begin = time.perf_counter()
                value, peers = reading(w, x, y, tolerance)
                times[what][1].append(time.perf_counter() - begin)
                times[what][0].append(seconds)
                numbers.append(peers)
                print(f", eigsh {value:.4f} with {peers}", end="")
            print()
        times["step"][0].append(ask("step")[0])
        begin = time.perf_counter()
        step(w, x, y)
        times["step"][1].append(time.perf_counter() - begin)
    ours.stdin.close()
    ours.wait()
    print(f"{count} images, {THREADS} threads, torch {torch.__version__}")
    for what, (mine, theirs) in times.items():
        # The first of each warms up the runtimes.
        a, b = statistics.median(mine[1:]), statistics.median(theirs[1:])
        print(f"{what}: ours {1e3 * a:.2f} ms, peer {1e3 * b:.2f} ms, ratio {a / b:.3f}")
    print("products a reading: ours {:.1f}, eigsh {:.1f} and {:.1f}".format(*map(statistics.mean, products)))


main()
