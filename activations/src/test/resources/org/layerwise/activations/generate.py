"""Values and derivatives of the activations, from their published formulas, in 60 to 500 digits.

Run: python3 generate.py   (needs mpmath; writes activations.json beside itself)

Every x is a double taken as exact; every value is computed with mpmath and rounded once. Derivatives are written out
from the formulas, not taken from the Java code, and checked here against mpmath's numerical derivative.
"""
import json
import os
from mpmath import mp, mpf, exp, log, tanh, ncdf, npdf, sqrt, pi, diff, fabs

mp.dps = 500

def sigmoid(x):
    return 1 / (1 + exp(-x))

def tanh_of(x):
    return (exp(2 * x) - 1) / (exp(2 * x) + 1)

def clip(x, lo, hi):
    return max(lo, min(hi, x))

def gelu_tanh(x):
    u = sqrt(2 / pi) * (x + D(0.044715) * x ** 3)
    return x * (1 + tanh_of(u)) / 2

def gelu_tanh_slope(x):
    u = sqrt(2 / pi) * (x + D(0.044715) * x ** 3)
    du = sqrt(2 / pi) * (1 + 3 * D(0.044715) * x ** 2)
    return (1 + tanh_of(u)) / 2 + x * (1 - tanh_of(u) ** 2) * du / 2

def mish_slope(x):
    t = tanh_of(log(1 + exp(x)))
    return t + x * (1 - t * t) * sigmoid(x)

D = lambda x: mpf(x)  # a double, exact
ALPHA = mpf('1.6732632423543772848170429916717')
LAMBDA = mpf('1.0507009873554804934193349852946')

def zero_one(condition):
    return mpf(1) if condition else mpf(0)

def leaky(s):
    s = D(s)
    return (lambda x: x if x > 0 else s * x, lambda x: mpf(1) if x > 0 else s)

def elu(a):
    a = D(a)
    return (lambda x: x if x > 0 else a * (exp(x) - 1), lambda x: mpf(1) if x > 0 else a * exp(x))

def celu(a):
    a = D(a)
    return (lambda x: x if x > 0 else a * (exp(x / a) - 1), lambda x: mpf(1) if x > 0 else exp(x / a))

def silu(b):
    b = D(b)
    return (lambda x: x * sigmoid(b * x), lambda x: sigmoid(b * x) + b * x * sigmoid(b * x) * (1 - sigmoid(b * x)))

def hard_sigmoid(s, o):
    s, o = D(s), D(o)
    return (lambda x: clip(s * x + o, mpf(0), mpf(1)), lambda x: s if 0 < s * x + o < 1 else mpf(0))

def hard_tanh(lo, hi):
    return (lambda x: clip(x, D(lo), D(hi)), lambda x: zero_one(D(lo) < x < D(hi)))

def soft_shrink(l):
    return (lambda x: mpf(0) if fabs(x) <= l else (x - l if x > 0 else x + l), lambda x: zero_one(fabs(x) > l))

def hard_shrink(l):
    return (lambda x: mpf(0) if fabs(x) <= l else x, lambda x: zero_one(fabs(x) > l))

def threshold(t, v):
    return (lambda x: x if x > t else D(v), lambda x: zero_one(x > t))

CASES = {
    'linear': (lambda x: x, lambda x: mpf(1)),
    'sigmoid': (sigmoid, lambda x: sigmoid(x) * (1 - sigmoid(x))),
    'log_sigmoid': (lambda x: -log(1 + exp(-x)), lambda x: sigmoid(-x)),
    'hard_sigmoid(0.2, 0.5)': hard_sigmoid(0.2, 0.5),
    'hard_sigmoid(0.25, 0.25)': hard_sigmoid(0.25, 0.25),
    'tanh': (tanh_of, lambda x: 1 - tanh_of(x) ** 2),
    'hard_tanh': hard_tanh(-1, 1),
    'hard_tanh(-2, 0.5)': hard_tanh(-2, 0.5),
    'tanh_shrink': (lambda x: x - tanh_of(x), lambda x: tanh_of(x) ** 2),
    'relu': (lambda x: max(x, mpf(0)), lambda x: zero_one(x > 0)),
    'relu6': (lambda x: clip(x, mpf(0), mpf(6)), lambda x: zero_one(0 < x < 6)),
    'leaky_relu(0.2)': leaky(0.2),
    'leaky_relu(0)': leaky(0),
    'elu': elu(1),
    'elu(0.3)': elu(0.3),
    'selu': (lambda x: LAMBDA * (x if x > 0 else ALPHA * (exp(x) - 1)), lambda x: LAMBDA * (1 if x > 0 else ALPHA * exp(x))),
    'celu': celu(1),
    'celu(2.5)': celu(2.5),
    'gelu': (lambda x: x * ncdf(x), lambda x: ncdf(x) + x * npdf(x)),
    'gelu(tanh)': (gelu_tanh, gelu_tanh_slope),
    'silu': silu(1),
    'silu(1.5)': silu(1.5),
    'hard_swish': (lambda x: x * clip(x + 3, mpf(0), mpf(6)) / 6,
                   lambda x: mpf(0) if x <= -3 else mpf(1) if x >= 3 else x / 3 + mpf(1) / 2),
    'mish': (lambda x: x * tanh_of(log(1 + exp(x))), mish_slope),
    'softplus': (lambda x: log(1 + exp(x)), sigmoid),
    'softsign': (lambda x: x / (1 + fabs(x)), lambda x: 1 / (1 + fabs(x)) ** 2),
    'soft_shrink': soft_shrink(D(0.5)),
    'soft_shrink(0.25)': soft_shrink(D(0.25)),
    'hard_shrink': hard_shrink(D(0.5)),
    'hard_shrink(1.5)': hard_shrink(D(1.5)),
    'threshold': threshold(1, 0),
    'threshold(-0.5, 3)': threshold(-0.5, 3),
    'exponential': (exp, exp),
    'gaussian': (lambda x: exp(-x * x), lambda x: -2 * x * exp(-x * x)),
}

# Where a result near zero must still have all its digits.
RELATIVE = ['sigmoid', 'log_sigmoid', 'gelu', 'silu', 'silu(1.5)', 'mish', 'softplus', 'exponential', 'gaussian']

X = sorted({i / 4 for i in range(-32, 33)} | {i / 10 for i in range(-63, 64, 7)}
           | {-37.0, -25.5, -20.25, -15.0, -12.0, -10.0, 10.0, 15.0, 20.25, 30.0, 37.0}
           | {1e-3, -1e-3, 1e-8, -1e-8, 1e-300, -1e-300})

def check(name, f, df):
    for x in (-7.3, -1.7, -0.4, 0.9, 2.2):
        mp.dps = 60
        numeric = diff(f, mpf(x), h=mpf(10) ** -15)
        assert fabs(numeric - df(mpf(x))) < mpf(10) ** -20, (name, x, numeric, df(mpf(x)))
        mp.dps = 500

cases = []
for name, (f, df) in CASES.items():
    check(name, f, df)
    cases.append({
        'name': name,
        'relative': name in RELATIVE,
        'y': [float(f(mpf(x))) for x in X],
        'dy': [float(df(mpf(x))) for x in X],
    })

Z = [[1.0, 2.0, 3.0], [0.0, 0.0], [-1000.0, 0.0, 1000.0], [0.5], [709.0, 710.0, 711.0], [3.25, -0.125, 1e-8, -2.5]]

def softmax(z):
    e = [exp(v) for v in z]
    return [v / sum(e) for v in e]

def jacobian(p, slope):
    """Row i is the gradient of the i-th output; slope(i, j) is d a_i / d z_j."""
    return [[float(slope(i, j)) for j in range(len(p))] for i in range(len(p))]

columns = []
for z in Z:
    p = softmax([mpf(v) for v in z])
    q = softmax([-mpf(v) for v in z])
    columns.append({
        'z': z,
        'softmax': [float(v) for v in p],
        'softmax_jacobian': jacobian(p, lambda i, j: p[i] * ((i == j) - p[j])),
        'log_softmax': [float(log(v)) for v in p],
        'log_softmax_jacobian': jacobian(p, lambda i, j: (i == j) - p[j]),
        'softmin': [float(v) for v in q],
        'softmin_jacobian': jacobian(q, lambda i, j: -q[i] * ((i == j) - q[j])),
    })

folder = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(folder, 'activations.json'), 'w') as out:
    json.dump({'about': 'written by generate.py', 'x': X, 'cases': cases, 'columns': columns}, out, indent=0)
    out.write('\n')
