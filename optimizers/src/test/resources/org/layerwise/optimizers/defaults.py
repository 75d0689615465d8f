"""Steps of PyTorch's own optimizers with their own defaults, in float64.

Run: python3 defaults.py   (needs torch; reads optimizers.json, writes defaults.json, both beside itself)

Holds formulas and defaults alike against the library whose they are said to be. SGD has no default rate there.
NAdam is left out: before 2.0 it multiplied by mu twice, and it keeps the product of them in float32.
"""
import json
import pathlib
import torch

here = pathlib.Path(__file__).parent
given = json.loads((here / 'optimizers.json').read_text())

RULES = {
    'sgd': lambda p: torch.optim.SGD(p, lr=0.01),
    'adam': torch.optim.Adam,
    'adamw': torch.optim.AdamW,
    'amsgrad': lambda p: torch.optim.Adam(p, amsgrad=True),
    'adamax': torch.optim.Adamax,
    'radam': torch.optim.RAdam,
    'adagrad': torch.optim.Adagrad,
    'adadelta': torch.optim.Adadelta,
    'rprop': torch.optim.Rprop,
}

trajectories = {}
for name, make in RULES.items():
    w = torch.tensor(given['start'], dtype=torch.float64, requires_grad=True)
    optimizer = make([w])
    path = []
    for gradient in given['gradients']:
        w.grad = torch.tensor(gradient, dtype=torch.float64)
        optimizer.step()
        path.append(w.detach().tolist())
    trajectories[name] = path

(here / 'defaults.json').write_text(json.dumps(
    {'about': 'written by defaults.py with torch ' + torch.__version__, 'trajectories': trajectories}, indent=0) + '\n')
