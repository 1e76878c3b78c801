#!/usr/bin/env python3
"""A step and a sharpness reading of networks saved as TorchScript, ours beside PyTorch, scipy's eigsh and power iteration.

    bench/peers/modules.py CLASSPATH MODULE [STEPS [EVERY]]

chebyshev: 1-100-100-1 tanh on a Chebyshev polynomial of degree 4 at 20 points. transformer: one layer of attention, 64 wide, over 250 sequences of
24 tokens in two classes, cross-entropy. convolution: two layers of convolutions with averages over 250 images of 3 by 16 by 16, cross-entropy.
Data and parameters are random with a fixed seed; both sides have the same. Needs PyTorch, numpy and scipy.
"""
import math
import pathlib
import sys
import tempfile

import peer
import numpy
import torch
from torch import nn

EXAMPLES = 250


class Transformer(nn.Module):
    def __init__(self, tokens: int = 500, width: int = 64):
        super().__init__()
        self.embedding = nn.Embedding(tokens, width)
        self.query, self.key, self.value, self.out = (nn.Linear(width, width) for _ in range(4))
        self.up, self.down = nn.Linear(width, 2 * width), nn.Linear(2 * width, width)
        self.head = nn.Linear(width, 2)
        self.scale = 1 / math.sqrt(width)

    def forward(self, x):
        h = self.embedding(x)
        weights = torch.softmax(self.query(h) @ self.key(h).transpose(1, 2) * self.scale, dim=2)
        h = h + self.out(weights @ self.value(h))
        h = h + self.down(torch.tanh(self.up(h)))
        return self.head(h.mean(dim=1))


def chebyshev():
    x = numpy.linspace(-1, 1, 20, dtype=numpy.float32).reshape(-1, 1)
    net = nn.Sequential(nn.Linear(1, 100), nn.Tanh(), nn.Linear(100, 100), nn.Tanh(), nn.Linear(100, 1))
    return net, x, numpy.cos(4 * numpy.arccos(x)).astype(numpy.float32), "half-mse", 0.1


def transformer():
    random = numpy.random.default_rng(0)
    return Transformer(), random.integers(0, 500, (EXAMPLES, 24)), random.integers(0, 2, EXAMPLES), "cross-entropy", 0.05


def convolution():
    random = numpy.random.default_rng(0)
    net = nn.Sequential(nn.Conv2d(3, 32, 3, padding=1), nn.Tanh(), nn.AvgPool2d(2), nn.Conv2d(32, 32, 3, padding=1), nn.Tanh(), nn.AvgPool2d(2),
                        nn.Flatten(), nn.Linear(32 * 16, 10))
    return net, random.standard_normal((EXAMPLES, 3, 16, 16)).astype(numpy.float32), random.integers(0, 10, EXAMPLES), "cross-entropy", 0.05


MODULES = {"chebyshev": chebyshev, "transformer": transformer, "convolution": convolution}
LOSSES = {"half-mse": lambda f, y: ((f - y) ** 2).sum() / (2 * len(f)), "cross-entropy": nn.functional.cross_entropy}


def main():
    classpath, name = sys.argv[1:3]
    steps, every = (int(a) for a in (sys.argv[3:] + ["60", "10"][len(sys.argv) - 3:]))
    torch.manual_seed(0)
    net, x, y, loss, eta = MODULES[name]()
    with tempfile.TemporaryDirectory() as folder:
        here = pathlib.Path(folder)
        torch.jit.script(net).save(str(here / "net.pt"))
        numpy.savez(here / "data.npz", x=x, y=y)
        (here / "net.yaml").write_text(
            f"model: torchscript\nnetwork: net.pt\ninputs: data.npz:x\ntargets: data.npz:y\nloss: {loss}\neta: {eta}\nsteps: 1000\n")
        ours = peer.Ours(classpath, "ModulePeer", here / "net.yaml")
    inputs, targets = torch.tensor(x), torch.tensor(y)
    w = [p for p in net.parameters() if p.requires_grad]
    peer.race(name, ours, lambda: LOSSES[loss](net(inputs), targets), w, eta, steps, every)


main()
