"""Weights drawn from NumPy's legacy generator by the published rules of the initializers that NumPy lacks.

Run: python3 generate.py   (needs numpy; writes initializers.json beside itself)

truncated_normal and variance_scaling redraw deviates beyond two standard deviations one by one, as Keras defines them;
sparse follows PyTorch's sparse_ with NumPy's permutation; orthogonal is QR with the signs of R's diagonal made positive.
"""
import json
import math
import os
import numpy as np

CUT = 0.87962566103423978

def truncated(random, shape):
    def draw():
        while True:
            z = random.randn()
            if abs(z) <= 2:
                return z
    return np.array([[draw() for _ in range(shape[1])] for _ in range(shape[0])])

def orthogonal(random, shape):
    a = random.randn(*shape)
    wide = shape[0] <= shape[1]
    q, r = np.linalg.qr(a.T if wide else a)
    q = q * np.sign(np.diag(r))
    return q.T if wide else q

def sparse(random, shape, sparsity, deviation):
    w = deviation * random.randn(*shape)
    zeros = math.ceil(sparsity * shape[0])
    for j in range(shape[1]):
        w[random.permutation(shape[0])[:zeros], j] = 0
    return w

def scaled(kind, scale, units):
    def rule(random, shape):
        n = units(shape[1], shape[0])
        if kind == 'uniform':
            limit = math.sqrt(3 * scale / n)
            return random.uniform(-limit, limit, shape)
        if kind == 'untruncated_normal':
            return math.sqrt(scale / n) * random.randn(*shape)
        return math.sqrt(scale / n) / CUT * truncated(random, shape)
    return rule

RULES = {
    'zeros': lambda r, s: np.zeros(s),
    'ones': lambda r, s: np.ones(s),
    'constant': lambda r, s: np.full(s, 0.0),
    'constant(-2.5)': lambda r, s: np.full(s, -2.5),
    'normal': lambda r, s: r.normal(0, 0.05, s),
    'normal(1, 0.3)': lambda r, s: r.normal(1, 0.3, s),
    'uniform': lambda r, s: r.uniform(-0.05, 0.05, s),
    'truncated_normal': lambda r, s: 0.05 * truncated(r, s),
    'he_normal': lambda r, s: r.randn(*s) * math.sqrt(2 / s[1]),
    'he_uniform': lambda r, s: r.uniform(-math.sqrt(6 / s[1]), math.sqrt(6 / s[1]), s),
    'xavier_normal': lambda r, s: r.randn(*s) * math.sqrt(2 / (s[0] + s[1])),
    'xavier_uniform': lambda r, s: r.uniform(-math.sqrt(6 / (s[0] + s[1])), math.sqrt(6 / (s[0] + s[1])), s),
    'lecun_normal': lambda r, s: r.randn(*s) * math.sqrt(1 / s[1]),
    'lecun_uniform': lambda r, s: r.uniform(-math.sqrt(3 / s[1]), math.sqrt(3 / s[1]), s),
    'identity': lambda r, s: np.eye(*s),
    'orthogonal': lambda r, s: orthogonal(r, s),
    'truncated_normal(1, 0.5)': lambda r, s: 1 + 0.5 * truncated(r, s),
    'variance_scaling': scaled('truncated_normal', 1.0, lambda i, o: i),
    'variance_scaling(2, fan_out, untruncated_normal)': scaled('untruncated_normal', 2.0, lambda i, o: o),
    'variance_scaling(0.5, fan_avg, uniform)': scaled('uniform', 0.5, lambda i, o: (i + o) / 2),
    'identity(2)': lambda r, s: 2 * np.eye(*s),
    'sparse(0.6, 0.1)': lambda r, s: sparse(r, s, 0.6, 0.1),
    'orthogonal(1.5)': lambda r, s: 1.5 * orthogonal(r, s),
}

cases = []
for seed, shape in [(1, (4, 3)), (2, (3, 7)), (3, (1, 5)), (4, (6, 1)), (5, (8, 8))]:
    for name, rule in RULES.items():
        cases.append({'rule': name, 'seed': seed, 'W': rule(np.random.RandomState(seed), shape).tolist()})

folder = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(folder, 'initializers.json'), 'w') as out:
    json.dump({'about': 'written by generate.py with numpy ' + np.__version__, 'cases': cases}, out, indent=0)
    out.write('\n')
