#!/usr/bin/env python3
"""A step and a sharpness reading of 3072-200-200-10 tanh on CIFAR-10, ours beside PyTorch, scipy's eigsh and power iteration.

Both train from the same parameters on the same images, with the same threads (OMP_NUM_THREADS, else all), in alternation. Every EVERY steps both
read the sharpness. Medians and their ratios are printed at the end.

    bench/peers/network.py CLASSPATH DATA [IMAGES [STEPS [EVERY]]]

Needs PyTorch, numpy and scipy (Debian: python3-torch, python3-scipy).
"""
import sys
import tempfile

import peer
import numpy
import torch

ETA = 0.05
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


def main():
    classpath, data = sys.argv[1:3]
    count, steps, every = (int(a) for a in (sys.argv[3:] + ["1000", "100", "10"][len(sys.argv) - 3:]))
    x, y = images(data, count)
    with tempfile.NamedTemporaryFile() as start:
        ours = peer.Ours(classpath, "NetworkPeer", data, count, start.name)
        w = parameters(start.name)
    peer.race(f"{count} images", ours, lambda: loss(w, x, y), w, ETA, steps, every)


main()
