"""Penalties with their gradients, and noise drawn from NumPy, from the published formulas in 60 digits.

Run: python3 make_regularizers.py   (needs numpy and mpmath; writes regularizers.json beside itself)

Gradients are mpmath's own numerical derivatives of the penalty, so that they do not repeat the formulas of the Java
code; slopes of noise are differences of two applications of one draw. The draws are those of RandomState, row by row.
"""
import json
import pathlib
import numpy as np
from mpmath import mp, mpf, fabs, sqrt, diff

mp.dps = 60


def flat(w):
    return [v for row in w for v in row]


def l1(w, lam, m):
    return lam / m * sum(fabs(v) for v in flat(w))


def l2(w, lam, m):
    return lam / (2 * m) * sum(v * v for v in flat(w))


def orthogonal(w, lam, m):
    rows = w if len(w) <= len(w[0]) else [list(c) for c in zip(*w)]
    total = mpf(0)
    for i, a in enumerate(rows):
        for k, b in enumerate(rows):
            total += (sum(x * y for x, y in zip(a, b)) - (i == k)) ** 2
    return lam / (2 * m) * total


PENALTIES = {
    'l1': lambda w, o, m: l1(w, o['lambda'], m),
    'l2': lambda w, o, m: l2(w, o['lambda'], m),
    'l1_l2': lambda w, o, m: l1(w, o['l1'], m) + l2(w, o['l2'], m),
    'orthogonal': lambda w, o, m: orthogonal(w, o['lambda'], m),
}

WEIGHTS = [
    [[0.5, -1.25, 2.0, 1e-3], [-0.75, 0.1, -3.0, 0.3]],
    [[1.5, -0.2], [0.4, 0.9], [-1.1, 0.05]],
    [[0.6, -0.8]],
    [[1.7]],
    [[-2.5], [0.3], [1.9], [-0.01], [4.0]],
]
OPTIONS = [
    ('l1', {'lambda': 0.01}), ('l1', {'lambda': 0.7}), ('l2', {'lambda': 0.01}), ('l2', {'lambda': 0.7}),
    ('l1_l2', {'l1': 0.01, 'l2': 0.01}), ('l1_l2', {'l1': 0.3, 'l2': 2.0}),
    ('orthogonal', {'lambda': 0.01}), ('orthogonal', {'lambda': 1.5}),
]


def gradient(penalty, w):
    out = []
    for i, row in enumerate(w):
        out.append([])
        for j, value in enumerate(row):
            def f(t, i=i, j=j):
                moved = [list(r) for r in w]
                moved[i][j] = t
                return penalty(moved)
            out[-1].append(float(diff(f, value, h=mpf(10) ** -20)))
    return out


penalties = []
for name, options in OPTIONS:
    exact = {k: mpf(v) for k, v in options.items()}
    for weights in WEIGHTS:
        for m in (1, 209):
            w = [[mpf(v) for v in row] for row in weights]
            penalty = lambda moved: PENALTIES[name](moved, exact, m)
            penalties.append({
                'name': name, 'options': options, 'examples': m, 'weights': weights,
                'penalty': float(penalty(w)), 'gradient': gradient(penalty, w),
            })

# Klambauer and others, 2017: the floor of selu is -lambda alpha.
FLOOR = -mpf('1.6732632423543772848170429916717') * mpf('1.0507009873554804934193349852946')


def dropout(x, keep, rand, randn):
    return x / keep if rand < keep else mpf(0)


def alpha_dropout(x, keep, rand, randn):
    a = 1 / sqrt(keep + FLOOR ** 2 * keep * (1 - keep))  # PyTorch's way to write it
    b = -a * FLOOR * (1 - keep)
    return a * (x if rand < keep else FLOOR) + b


NOISES = {
    'dropout': dropout,
    'drop_connect': dropout,
    'alpha_dropout': alpha_dropout,
    'gaussian_dropout': lambda x, keep, rand, randn: x * (1 + sqrt((1 - keep) / keep) * randn),
    'gaussian_noise': lambda x, deviation, rand, randn: x + deviation * randn,
}
INPUT = [[1.0, -2.0, 0.25, 3.5, -1.0], [0.5, 4.0, -0.125, 7.0, 1e-3], [2.0, -3.0, 0.75, 0.0, -6.5]]
NOISE_OPTIONS = [
    ('dropout', 0.5), ('dropout', 0.86), ('dropout', 1.0), ('drop_connect', 0.5), ('drop_connect', 0.3),
    ('alpha_dropout', 0.5), ('alpha_dropout', 0.9), ('gaussian_dropout', 0.5), ('gaussian_dropout', 0.8),
    ('gaussian_noise', 0.1), ('gaussian_noise', 2.0),
]

noises = []
for name, option in NOISE_OPTIONS:
    for seed in (1, 7):
        shape = (len(INPUT), len(INPUT[0]))
        rand = np.random.RandomState(seed).rand(*shape)
        randn = np.random.RandomState(seed).randn(*shape)
        def at(i, j, x):
            return NOISES[name](x, mpf(option), mpf(float(rand[i, j])), mpf(float(randn[i, j])))
        entries = [[(i, j, mpf(v)) for j, v in enumerate(row)] for i, row in enumerate(INPUT)]
        noises.append({
            'name': name, 'option': option, 'seed': seed, 'input': INPUT,
            'output': [[float(at(i, j, x)) for i, j, x in row] for row in entries],
            'slope': [[float(at(i, j, x + 1) - at(i, j, x)) for i, j, x in row] for row in entries],
        })

out = pathlib.Path(__file__).with_name('regularizers.json')
out.write_text(json.dumps({'about': 'written by make_regularizers.py', 'penalties': penalties, 'noises': noises},
                          indent=0) + '\n')
