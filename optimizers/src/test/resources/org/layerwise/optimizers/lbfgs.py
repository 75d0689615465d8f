"""Trajectories of PyTorch's L-BFGS in float64, one iteration a step; needs torch.

Run: python3 lbfgs.py > lbfgs.json
"""

import json

import torch

torch.set_default_dtype(torch.float64)
START_W = [-1.2, 1.0, 0.5, -0.3]
START_B = [2.0, -1.0]


def cost(w, b):
    """The chained Rosenbrock function of w, and a skew parabola of b tied to it."""
    rosenbrock = (100 * (w[1:] - w[:-1] ** 2) ** 2 + (1 - w[:-1]) ** 2).sum()
    return rosenbrock + 0.5 * b[0] ** 2 + 5 * b[1] ** 2 + b[0] * w[3]


def trajectory(steps, **options):
    w = torch.tensor(START_W, requires_grad=True)
    b = torch.tensor(START_B, requires_grad=True)
    optimizer = torch.optim.LBFGS([w, b], max_iter=1, **options)
    after = []

    def closure():
        optimizer.zero_grad()
        loss = cost(w, b)
        loss.backward()
        return loss

    for _ in range(steps):
        before = optimizer.step(closure)
        after.append({"cost": float(before), "w": w.tolist(), "b": b.tolist()})
    return after


print(json.dumps({
    "about": "torch.optim.LBFGS " + torch.__version__ + ", float64, max_iter=1; cost before each step, parameters after it",
    "start": {"w": START_W, "b": START_B},
    "strong_wolfe": trajectory(25, lr=1.0, history_size=10, line_search_fn="strong_wolfe"),
    "strong_wolfe_short": trajectory(25, lr=0.5, history_size=2, line_search_fn="strong_wolfe"),
    "fixed": trajectory(12, lr=0.1, history_size=3),
}, indent=1))
