"""Writes TorchScript modules, their data, and what PyTorch itself computes with them: `python3 modules.py ../resources/torchscript`.

Made with PyTorch 1.13. For each module of `reference.json`: the loss at the stored parameters, its gradient, its Hessian times v with
v_i = cos(i), the ends of the Hessian's spectrum, and the losses of 100 steps of gradient descent, every tenth, with the parameters after the last.
"""

import json
import sys
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

folder = Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
torch.manual_seed(1)
torch.set_default_dtype(torch.float64)


class Convolutional(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.Conv2d(1, 2, 3, padding=1)
        self.norm = nn.GroupNorm(1, 2)
        self.second = nn.Conv2d(2, 3, 3)
        self.last = nn.Linear(3, 4)

    def forward(self, x):
        x = F.avg_pool2d(torch.tanh(self.norm(self.first(x))), 2)
        return self.last(F.gelu(self.second(x)).flatten(1))


class Transformer(nn.Module):
    """One block with one head on words; whole numbers in."""

    def __init__(self):
        super().__init__()
        self.words = nn.Embedding(6, 4)
        self.query = nn.Linear(4, 4)
        self.key = nn.Linear(4, 4)
        self.value = nn.Linear(4, 4)
        self.norm = nn.LayerNorm(4)
        self.last = nn.Linear(4, 2)

    def forward(self, x):
        x = self.words(x)
        scores = self.query(x) @ self.key(x).transpose(1, 2) / 2
        return self.last(self.norm(x + torch.softmax(scores, 2) @ self.value(x)).mean(1))


class Recurrent(nn.Module):
    def __init__(self, batch_first=True):
        super().__init__()
        self.lstm = nn.LSTM(2, 3, batch_first=batch_first)
        self.last = nn.Linear(3, 1)

    def forward(self, x):
        hidden, _ = self.lstm(x)
        return self.last(hidden[:, -1])


class Unrolled(nn.Module):
    """Takes the examples for moments of one sequence."""

    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(3, 2)

    def forward(self, x):
        hidden, _ = self.lstm(x.unsqueeze(1))
        return hidden.squeeze(1)


class Unused(nn.Module):
    def __init__(self):
        super().__init__()
        self.used = nn.Linear(3, 2)
        self.spare = nn.Linear(3, 2)

    def forward(self, x):
        return self.used(x)


class Distances(nn.Module):
    """Its backward has no derivative in PyTorch."""

    def __init__(self):
        super().__init__()
        self.centres = nn.Parameter(torch.randn(2, 3))

    def forward(self, x):
        return torch.cdist(x, self.centres, p=3.0)


class Detached(nn.Module):
    """Its gradient is not that of what it computes."""

    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(3, 2)

    def forward(self, x):
        y = self.linear(x)
        return y * y.detach()


class Tied(nn.Module):
    """One matrix in two places."""

    def __init__(self):
        super().__init__()
        self.first = nn.Linear(3, 3)
        self.second = nn.Linear(3, 3)
        self.second.weight = self.first.weight

    def forward(self, x):
        return self.second(torch.tanh(self.first(x)))


def mlp():
    return nn.Sequential(nn.Linear(3, 5), nn.Tanh(), nn.LayerNorm(5), nn.Linear(5, 2))


def half_mse(outputs, targets):
    return 0.5 * ((outputs - targets) ** 2).sum() / len(targets)


def mse(outputs, targets):
    return ((outputs - targets) ** 2).sum() / len(targets)


LOSSES = {
    "half-mse": half_mse,
    "mse": mse,
    "cross-entropy": F.cross_entropy,
    "binary-cross-entropy": lambda o, y: F.binary_cross_entropy_with_logits(o, y, reduction="sum") / len(y),
    "huber": lambda o, y: F.huber_loss(o, y, reduction="sum") / len(y),
}


def flat(parameters):
    return torch.cat([p.reshape(-1) for p in parameters]).tolist()


def reference(net, x, y, loss, eta):
    parameters = list(net.parameters())
    value = LOSSES[loss](net(x), y)
    gradient = torch.autograd.grad(value, parameters, create_graph=True)
    length = sum(p.numel() for p in parameters)
    direction = torch.cos(torch.arange(length, dtype=torch.float64)).split([p.numel() for p in parameters])
    along = sum((g.reshape(-1) * d).sum() for g, d in zip(gradient, direction))
    product = torch.autograd.grad(along, parameters, retain_graph=True)
    flat_gradient = torch.cat([g.reshape(-1) for g in gradient])
    rows = [torch.autograd.grad(entry, parameters, retain_graph=True) for entry in flat_gradient]
    spectrum = torch.linalg.eigvalsh(torch.tensor([flat(row) for row in rows])).tolist()
    result = {
        "loss": loss,
        "largest": spectrum[:-4:-1],
        "smallest": spectrum[:3],
        "value": value.item(),
        "gradient": flat(gradient),
        "product": flat(product),
        "eta": eta,
        "names": [name for name, _ in net.named_parameters()],
        "start": flat(parameters),
    }
    values = []
    for step in range(101):
        value = LOSSES[loss](net(x), y)
        if step % 10 == 0:
            values.append(value.item())
        if step < 100:
            for p, g in zip(parameters, torch.autograd.grad(value, parameters)):
                p.data -= eta * g
    return {**result, "values": values, "end": flat(parameters)}


numbers = torch.randn(10, 3)
images = torch.randn(9, 1, 6, 6)
words = torch.randint(0, 6, (8, 5))
sequences = torch.randn(7, 4, 2)
two = torch.randn(10, 2)
bits = torch.randint(0, 2, (10, 2)).double()
np.savez(
    folder / "data.npz",
    numbers=numbers,
    numbers32=numbers.numpy().astype("f4"),
    images=images,
    words=words.numpy().astype("i4"),
    sequences=sequences,
    two=two,
    three=torch.randn(10, 3),
    bits=bits.numpy().astype("u1"),
    imageLabels=torch.randint(0, 4, (9,)),
    wordLabels=torch.randint(0, 2, (8,)),
    sequenceTargets=torch.randn(7),
    numberLabels=torch.randint(0, 2, (10,)),
)
data = {name: torch.from_numpy(array) for name, array in np.load(folder / "data.npz").items()}

references = {}


def keep(name, net, inputs, targets, loss, eta=0.1, traced=False):
    script = torch.jit.trace(net, data[inputs]) if traced else torch.jit.script(net)
    script.save(str(folder / (name + ".pt")))
    x = data[inputs]
    y = data[targets]
    if loss in ("half-mse", "mse", "huber", "binary-cross-entropy"):
        y = y.double().reshape(net(x).shape)
    references[name] = {"inputs": inputs, "targets": targets, **reference(net, x, y, loss, eta)}


# Small steps: above the edge, which eta = 0.1 is for these two, trajectories are chaotic, and rounding is all that they show.
keep("mlp-traced", mlp(), "numbers", "two", "half-mse", eta=0.01, traced=True)
keep("mlp", mlp(), "numbers", "two", "mse", eta=0.02)
keep("tied", Tied(), "numbers", "three", "huber")
keep("convolutional", Convolutional(), "images", "imageLabels", "cross-entropy")
keep("transformer", Transformer(), "words", "wordLabels", "cross-entropy")
keep("recurrent", Recurrent(), "sequences", "sequenceTargets", "mse")
keep("binary", nn.Sequential(nn.Linear(3, 4), nn.Softplus(), nn.Linear(4, 2)), "numbers", "bits", "binary-cross-entropy")
regularised = nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4), nn.Tanh(), nn.Dropout(0.5), nn.Linear(4, 2))
regularised(numbers)
torch.jit.script(regularised).save(str(folder / "regularised.pt"))
keep("regularised-eval", regularised.eval(), "numbers", "two", "half-mse")


def other(name, net, traced=None):
    (torch.jit.script(net) if traced is None else torch.jit.trace(net, traced)).save(str(folder / (name + ".pt")))


class Reshaped(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(3, 2)

    def forward(self, x):
        return self.linear(x).view(10, 2)


other("batch-norm", nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4), nn.Linear(4, 2)))
other("unrolled", Unrolled())
other("unused", Unused())
other("distances", Distances())
other("detached", Detached())
other("dropout", nn.Sequential(nn.Linear(3, 4), nn.Dropout(0.5), nn.Linear(4, 2)))
other("reshaped", Reshaped())
other("mean", nn.Sequential(nn.Linear(3, 2), nn.Flatten(0)))
frozen = mlp()
frozen[0].requires_grad_(False)
other("frozen", frozen)
other("single", mlp().float())
torch.save(mlp().state_dict(), folder / "state.pt")
(folder / "reference.json").write_text(json.dumps(references, indent=1).replace(",\n   ", ", ") + "\n")
