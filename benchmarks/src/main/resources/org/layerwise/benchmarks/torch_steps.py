"""Training steps in PyTorch: forward, cost, gradients, update, with its own layers, losses and optimizers.

Arguments: widths (comma-separated), hidden activation, examples, optimizer, steps in a round, precision (float64 or
float32), threads. Each line on standard input starts a round; the answer is its mean time per step in microseconds.
"""

import sys
import time

import torch
from torch import nn

widths = [int(n) for n in sys.argv[1].split(",")]
hidden, m, optimizer, steps, precision = sys.argv[2], int(sys.argv[3]), sys.argv[4], int(sys.argv[5]), sys.argv[6]
torch.set_num_threads(int(sys.argv[7]))
dtype = getattr(torch, precision)
torch.set_default_dtype(dtype)
torch.manual_seed(1)
binary = widths[-1] == 1

layers = []
for l in range(1, len(widths)):
    layers.append(nn.Linear(widths[l - 1], widths[l]))
    if l < len(widths) - 1:
        layers.append(nn.Tanh() if hidden == "tanh" else nn.ReLU())
net = nn.Sequential(*layers)
X = torch.randn(m, widths[0])
if binary:
    Y = torch.randint(0, 2, (m, 1)).to(dtype)
    loss = nn.BCEWithLogitsLoss()
else:
    Y = torch.randint(0, widths[-1], (m,))
    loss = nn.CrossEntropyLoss()


def make(**fast):
    if optimizer == "adam":
        return torch.optim.Adam(net.parameters(), lr=0.001, **fast)
    return torch.optim.SGD(net.parameters(), lr=0.0075, **fast)


# The quickest form that this version has: fused (2.4 and later on the CPU), else over lists of tensors, else plain.
for fast in ({"fused": True}, {"foreach": True}, {}):
    try:
        descent = make(**fast)
        break
    except (TypeError, RuntimeError, ValueError):
        continue


def step():
    descent.zero_grad(set_to_none=False)
    cost = loss(net(X), Y)
    cost.backward()
    descent.step()
    return cost.item()


for line in sys.stdin:
    start = time.perf_counter()
    for _ in range(steps):
        step()
    print((time.perf_counter() - start) * 1e6 / steps, flush=True)
