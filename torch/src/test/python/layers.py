"""Writes what PyTorch computes with networks of layers: `python3 layers.py > ../resources/layers/reference.json`.

Made with PyTorch 1.13 in float64. Parameters are w_i = 0.3 cos(i), inputs x_i = sin(0.7 i + 0.1), targets y_i = cos(1.3 i) or the labels
i mod the outputs, v_i = cos(2 i): nothing random. For each network the loss, its gradient and its Hessian times v, each by ten of its numbers
spread over the parameters.
"""

import json

import torch
from torch import nn
from torch.nn import functional as F

torch.set_default_dtype(torch.float64)
EXAMPLES = 5


class Residual(nn.Module):
    def __init__(self, *layers):
        super().__init__()
        self.inner = nn.Sequential(*layers)

    def forward(self, x):
        return x + self.inner(x)


def batch_norm(channels, two=True):
    return (nn.BatchNorm2d if two else nn.BatchNorm1d)(channels).eval()


NETWORKS = {
    "[linear 6, tanh, layer-norm, linear 5, softplus, linear 3]":
        ((4,), nn.Sequential(nn.Linear(4, 6), nn.Tanh(), nn.LayerNorm(6), nn.Linear(6, 5), nn.Softplus(), nn.Linear(5, 3))),
    "[conv 4 3 same, gelu, max-pool, group-norm 2, conv 3 2 stride 2, elu, flatten, linear 3]":
        ((2, 8, 8), nn.Sequential(
            nn.Conv2d(2, 4, 3, padding=1), nn.GELU(), nn.MaxPool2d(2), nn.GroupNorm(2, 4), nn.Conv2d(4, 3, 2, stride=2), nn.ELU(),
            nn.Flatten(), nn.Linear(12, 3))),
    "[conv 3 3 stride 2 same, layer-norm, sigmoid, average-pool 3, flatten, linear 2]":
        ((1, 12, 12), nn.Sequential(
            nn.Conv2d(1, 3, 3, stride=2, padding=1), nn.LayerNorm([3, 6, 6]), nn.Sigmoid(), nn.AvgPool2d(3), nn.Flatten(),
            nn.Linear(12, 2))),
    "[linear 6, residual [linear 6, tanh, residual [linear 6, gelu]], group-norm 3, linear 2]":
        ((3,), nn.Sequential(
            nn.Linear(3, 6), Residual(nn.Linear(6, 6), nn.Tanh(), Residual(nn.Linear(6, 6), nn.GELU())), nn.GroupNorm(3, 6),
            nn.Linear(6, 2))),
    "[conv 4 3, batch-norm, tanh, flatten, linear 6, batch-norm, linear 2]":
        ((1, 5, 5), nn.Sequential(
            nn.Conv2d(1, 4, 3), batch_norm(4), nn.Tanh(), nn.Flatten(), nn.Linear(36, 6), batch_norm(6, False), nn.Linear(6, 2))),
}


def losses(outputs, labels, numbers):
    one_hot = F.one_hot(labels, outputs.shape[1]).to(outputs.dtype)
    return {
        "half-mse": 0.5 * (outputs - numbers).square().sum() / EXAMPLES,
        "mse": (outputs - numbers).square().sum() / EXAMPLES,
        "cross-entropy": F.cross_entropy(outputs, labels),
        "binary-cross-entropy": F.binary_cross_entropy_with_logits(outputs, one_hot, reduction="sum") / EXAMPLES,
        "huber": F.huber_loss(outputs, 3 * numbers, reduction="sum") / EXAMPLES,
    }


def spread(flat):
    return [flat[i * (len(flat) - 1) // 9].item() for i in range(10)]


reference = []
for layers, (shape, net) in NETWORKS.items():
    net = net.train(False)
    parameters = list(net.parameters())
    count = sum(p.numel() for p in parameters)
    flat = 0.3 * torch.cos(torch.arange(count).to(torch.float64))
    with torch.no_grad():
        offset = 0
        for p in parameters:
            p.copy_(flat[offset:offset + p.numel()].view_as(p))
            offset += p.numel()
    length = EXAMPLES * torch.Size(shape).numel()
    x = torch.sin(0.7 * torch.arange(length) + 0.1).to(torch.float64).view(EXAMPLES, *shape)
    outputs = net(x)
    labels = torch.arange(EXAMPLES) % outputs.shape[1]
    numbers = torch.cos(1.3 * torch.arange(outputs.numel())).to(torch.float64).view_as(outputs)
    v = torch.cos(2.0 * torch.arange(count)).to(torch.float64)
    for name, loss in losses(net(x), labels, numbers).items():
        gradient = torch.cat([g.reshape(-1) for g in torch.autograd.grad(loss, parameters, create_graph=True)])
        product = torch.cat([h.reshape(-1) for h in torch.autograd.grad(gradient @ v, parameters, retain_graph=True)])
        reference.append({
            "layers": layers, "shape": list(shape), "loss": name, "parameters": count, "value": loss.item(),
            "gradient": spread(gradient), "product": spread(product)})
print(json.dumps(reference, indent=1))
