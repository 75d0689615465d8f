"""Writes golden.json beside it: losses and layers at exact double inputs, by mpmath with 60 digits.

Gradients of losses are derivatives of the loss of one example, by mpmath's own differentiation of the value's formula,
so that they do not repeat the formulas of the Java code.
"""
import json
import pathlib
import numpy as np
from mpmath import mp, mpf, log, exp, sqrt, cosh, diff

mp.dps = 60


def num(x):
    return float(x)


def gradient(loss, z, y):
    """d loss(z, y) / d z_i for one example."""
    out = []
    for i in range(len(z)):
        def f(t, i=i):
            return loss(z[:i] + [t] + z[i + 1:], y)
        out.append(num(diff(f, z[i], h=mpf(10) ** -20)))
    return out


def xlogy(x, y):
    return mpf(0) if x == 0 else x * log(y)


def bce(s):
    def loss(p, y):
        t = [yi * (1 - mpf(s)) + mpf(s) / 2 for yi in y]
        return -sum(xlogy(ti, pi) + xlogy(1 - ti, 1 - pi) for pi, ti in zip(p, t))
    return loss


def cce(s):
    def loss(p, y):
        k = len(p)
        return -sum(xlogy(yi * (1 - mpf(s)) + mpf(s) / k, pi) for pi, yi in zip(p, y))
    return loss


def sigmoid(z):
    return [1 / (1 + exp(-zi)) for zi in z]


def softmax(z):
    e = [exp(zi) for zi in z]
    return [ei / sum(e) for ei in e]


def after(g, loss):
    return lambda z, y: loss(g(z), y)


def focal(gamma, alpha):
    def loss(p, y):
        return -sum(mpf(alpha) * yi * (1 - pi) ** mpf(gamma) * log(pi) if yi == 1 else
                    (1 - mpf(alpha)) * (1 - yi) * pi ** mpf(gamma) * log(1 - pi) for pi, yi in zip(p, y))
    return loss


def poisson(p, y):
    return sum(pi - xlogy(yi, pi) for pi, yi in zip(p, y)) / len(p)


def quantile(q):
    def loss(p, y):
        return sum(max(mpf(q) * (yi - pi), (mpf(q) - 1) * (yi - pi)) for pi, yi in zip(p, y)) / len(p)
    return loss


def cosine(p, y):
    return -sum(a * b for a, b in zip(p, y)) / sqrt(sum(a * a for a in p)) / sqrt(sum(b * b for b in y))


def log_cosh(p, y):
    return sum(log(cosh(pi - yi)) for pi, yi in zip(p, y)) / len(p)


def kl(p, y):
    return sum(xlogy(yi, yi) - xlogy(yi, pi) for pi, yi in zip(p, y))


def case(name, loss, predictions, targets):
    rows = []
    for p, y in zip(predictions, targets):
        pm, ym = [mpf(v) for v in p], [mpf(v) for v in y]
        rows.append({"prediction": p, "target": y, "loss": num(loss(pm, ym)), "gradient": gradient(loss, pm, ym)})
    return {"name": name, "examples": rows}


P = [[0.9, 0.2, 0.35], [0.05, 0.6, 0.999], [0.5, 1e-7, 0.75]]
Y = [[1, 0, 1], [0, 1, 1], [1, 0, 0]]
Z = [[2.5, -1.0, 0.25], [-30.0, 8.0, 0.0], [1.5, -12.0, 36.0]]
HOT = [[1, 0, 0], [0, 0, 1], [0, 1, 0]]
SOFT = [[0.2, 0.3, 0.5], [0.7, 0.0, 0.3], [0.1, 0.8, 0.1]]
PROB = [[0.7, 0.2, 0.1], [0.25, 0.25, 0.5], [0.05, 0.9, 0.05]]
RATE = [[0.5, 3.0, 12.0], [1e-3, 1.0, 7.5]]
COUNT = [[1, 2, 15], [0, 1, 7]]
A = [[1.5, -2.0, 0.25], [3.0, 0.01, -4.0]]
B = [[1.0, -2.5, 0.5], [-1.0, 2.0, 0.125]]

SCORE = [[0.4, -1.7, 2.5], [-0.3, 0.99, -2.0], [1.5, -0.6, 0.01]]


def mean(element):
    return lambda p, y: sum(element(pi, yi) for pi, yi in zip(p, y)) / len(p)


def huber(d):
    return mean(lambda p, y: (p - y) ** 2 / 2 if abs(p - y) <= d else mpf(d) * (abs(p - y) - mpf(d) / 2))


def smooth_l1(b):
    return mean(lambda p, y: (p - y) ** 2 / (2 * mpf(b)) if abs(p - y) < b else abs(p - y) - mpf(b) / 2)


def margin(p, y):
    return max(mpf(0), 1 - (2 * y - 1) * p)


losses = [
    case("mean_squared_error", mean(lambda p, y: (p - y) ** 2), A, B),
    case("mean_absolute_error", mean(lambda p, y: abs(p - y)), A, B),
    case("huber", huber(1), A, B),
    case("huber(0.5)", huber(0.5), A, B),
    case("smooth_l1", smooth_l1(1), A, B),
    case("smooth_l1(0.5)", smooth_l1(0.5), A, B),
    case("hinge", mean(margin), SCORE, Y),
    case("squared_hinge", mean(lambda p, y: margin(p, y) ** 2), SCORE, Y),
    case("quantile", quantile(0.5), A, B),
    case("binary_cross_entropy", bce(0), P, Y),
    case("categorical_cross_entropy", cce(0), PROB, HOT),
    case("binary_cross_entropy_smoothed_0.1", bce(0.1), P, Y),
    case("binary_cross_entropy_from_z", after(sigmoid, bce(0)), Z, Y),
    case("binary_cross_entropy_smoothed_0.1_from_z", after(sigmoid, bce(0.1)), Z, Y),
    case("categorical_cross_entropy_smoothed_0.1", cce(0.1), PROB, HOT),
    case("categorical_cross_entropy_from_z", after(softmax, cce(0)), Z, HOT),
    case("categorical_cross_entropy_smoothed_0.1_from_z", after(softmax, cce(0.1)), Z, HOT),
    case("kl_divergence", kl, PROB, SOFT),
    case("kl_divergence_from_z", after(softmax, kl), Z, SOFT),
    case("focal", focal(2, 0.25), P, Y),
    case("focal_gamma0.5_alpha0.6", focal(0.5, 0.6), P, Y),
    case("focal_from_z", after(sigmoid, focal(2, 0.25)), Z, Y),
    case("focal_gamma0.5_alpha0.6_from_z", after(sigmoid, focal(0.5, 0.6)), Z, Y),
    case("poisson", poisson, RATE, COUNT),
    case("quantile0.9", quantile(0.9), A, B),
    case("cosine_similarity", cosine, A, B),
    case("log_cosh", log_cosh, A, B),
    case("log_cosh_small", log_cosh, [[1e-5, -0.03, 0.0624], [0.0626, 1e-9, 0.01]], [[0, 0, 0], [0, 0, 0]]),
]

X = [[1.0, -2.0, 0.5, 3.0], [0.1, 0.2, 0.3, 0.4], [10.0, 10.0, 10.0, 10.0]]


def normalized(row, eps):
    row = [mpf(v) for v in row]
    mean = sum(row) / len(row)
    var = sum((v - mean) ** 2 for v in row) / len(row)
    return [num((v - mean) / sqrt(var + mpf(eps))) for v in row], num(mean), num(var)


batch = [normalized(row, 0.001) for row in X]
columns = [normalized(list(c), 0.001)[0] for c in zip(*X)]
layers = {
    "x": X,
    "batch_norm": [b[0] for b in batch],
    "batch_mean": [b[1] for b in batch],
    "batch_variance": [b[2] for b in batch],
    "layer_norm": [list(r) for r in zip(*columns)],
}


# Layers with every gradient: forward passes from the published formulas, gradients by mpmath's own differentiation.
XL = [[0.5, -1.25, 2.0, 0.3], [-0.75, 0.1, -3.0, 1.1], [1.5, -0.2, 0.4, -0.9]]
YL = [[0.1, 0.2, -0.3, 0.4], [1.0, -0.5, 0.25, 0.0], [-0.2, 0.7, 0.6, 0.9]]
WL = [[0.4, -0.3, 0.8], [-1.1, 0.2, 0.5], [0.9, 0.6, -0.7]]
SEED = 5
RAND = [[mpf(float(v)) for v in row] for row in np.random.RandomState(SEED).rand(3, 4)]
RANDN = [[mpf(float(v)) for v in row] for row in np.random.RandomState(SEED).randn(3, 4)]
RAND_W = [[mpf(float(v)) for v in row] for row in np.random.RandomState(SEED).rand(3, 3)]


def matrix(f, x):
    return [[f(i, j, v) for j, v in enumerate(row)] for i, row in enumerate(x)]


def product(w, x):
    return [[sum(w[i][k] * x[k][j] for k in range(len(x))) for j in range(len(x[0]))] for i in range(len(w))]


def normalize(rows, eps):
    out = []
    for row in rows:
        mean = sum(row) / len(row)
        var = sum((v - mean) ** 2 for v in row) / len(row)
        out.append([(v - mean) / sqrt(var + mpf(eps)) for v in row])
    return out


def transpose(x):
    return [list(c) for c in zip(*x)]


def sizes(lam, x):
    return mpf(lam) / len(x[0]) * sum(abs(v) for row in x for v in row)


def squares(lam, x):
    return mpf(lam) / (2 * len(x[0])) * sum(v * v for row in x for v in row)


def affine(p, x):
    return matrix(lambda i, j, v: p['gamma'][i][0] * v + p['beta'][i][0], x)


def linear(w, p, x):
    return matrix(lambda i, j, v: v + p['b'][i][0], product(w, x))


FLOOR = -mpf('1.6732632423543772848170429916717') * mpf('1.0507009873554804934193349852946')


def alpha_dropout(keep, x):
    a = 1 / sqrt(keep + FLOOR ** 2 * keep * (1 - keep))
    return matrix(lambda i, j, v: a * (v if RAND[i][j] < keep else FLOOR) - a * FLOOR * (1 - keep), x)


def dropout(keep, x):
    return matrix(lambda i, j, v: v / keep if RAND[i][j] < keep else mpf(0), x)


def drop_connect(keep, w):
    return matrix(lambda i, j, v: v / keep if RAND_W[i][j] < keep else mpf(0), w)


GAMMA, BETA = [[1.5], [-0.5], [0.75]], [[0.1], [0.2], [-0.3]]
BIAS = [[0.1], [-0.2], [0.3]]
NONE = lambda a: mpf(0)
tanh_of = lambda x: matrix(lambda i, j, v: mp.tanh(v), x)

WR, BR = [[0.3, 0.9, -0.2], [0.5, -0.6, 0.1], [-0.4, 0.2, 0.7], [1.2, -0.1, 0.3]], [[0.2], [0.1], [-0.1], [0.05]]
WB = [[0.6, -0.2, 0.4, 0.1], [-0.3, 0.8, 0.2, -0.7], [0.5, 0.1, -0.9, 0.3]]
WP = [[0.7, 0.1, -0.3], [0.2, -0.8, 0.5], [-0.6, 0.4, 0.9]]


def within(p, layer):
    return {k.split('.')[1]: v for k, v in p.items() if k.startswith(layer + '.')}


def added(a, b):
    return matrix(lambda i, j, v: v + b[i][j], a)


def residual(p, x):
    first, second = within(p, 'dense_1'), within(p, 'dense_2')
    return added(linear(second['W'], second, tanh_of(linear(first['W'], first, x))), x)


def projected(p, x):
    norm, dense = within(p, 'batch_norm_1'), within(p, 'dense_2')
    inner = tanh_of(linear(dense['W'], dense, affine(norm, normalize(x, 0.001))))
    return added(inner, product(p['projection.W'], x))


# name: parameters, forward pass, penalty on the activations
LAYERS = {
    'dense': ({'W': WL, 'b': BIAS}, lambda p, x: tanh_of(linear(p['W'], p, x)), NONE),
    'dense(activity_regularizer)': (
        {'W': WL, 'b': BIAS}, lambda p, x: tanh_of(linear(p['W'], p, x)), lambda a: squares(0.3, a)),
    'dense(weight_noise)': (
        {'W': WL, 'b': BIAS}, lambda p, x: tanh_of(linear(drop_connect(mpf(0.6), p['W']), p, x)), NONE),
    'activation': ({}, lambda p, x: tanh_of(x), NONE),
    'activity': ({}, lambda p, x: x, lambda a: sizes(0.2, a)),
    'prelu': ({'alpha': [[0.25], [0.5], [-0.1]]},
              lambda p, x: matrix(lambda i, j, v: v if v > 0 else p['alpha'][i][0] * v, x), NONE),
    'batch_norm': ({'gamma': GAMMA, 'beta': BETA}, lambda p, x: affine(p, normalize(x, 0.001)), NONE),
    'layer_norm': ({'gamma': GAMMA, 'beta': BETA},
                   lambda p, x: affine(p, transpose(normalize(transpose(x), 0.001))), NONE),
    'dropout': ({}, lambda p, x: dropout(mpf(0.6), x), NONE),
    'alpha_dropout': ({}, lambda p, x: alpha_dropout(mpf(0.6), x), NONE),
    'gaussian_dropout': (
        {}, lambda p, x: matrix(lambda i, j, v: v * (1 + sqrt((1 - mpf(0.6)) / mpf(0.6)) * RANDN[i][j]), x), NONE),
    'gaussian_noise': ({}, lambda p, x: matrix(lambda i, j, v: v + mpf(0.4) * RANDN[i][j], x), NONE),
    'residual': ({'dense_1.W': WR, 'dense_1.b': BR, 'dense_2.W': WB, 'dense_2.b': BIAS}, residual, NONE),
    'residual(projection)': (
        {'batch_norm_1.gamma': GAMMA, 'batch_norm_1.beta': BETA, 'dense_2.W': WL, 'dense_2.b': BIAS, 'projection.W': WP},
        projected, NONE),
    'noise': ({}, lambda p, x: alpha_dropout(mpf(0.8), x), NONE),
}


def exact(x):
    return [[mpf(v) for v in row] for row in x]


def derivative(cost, x):
    """The derivative of a cost by every entry of a matrix."""
    def entry(i, j, value):
        def f(t):
            moved = [list(row) for row in x]
            moved[i][j] = t
            return cost(moved)
        return num(diff(f, value, h=mpf(10) ** -20))
    return matrix(entry, x)


def layer_case(name, parameters, forward, penalty):
    params = {k: exact(v) for k, v in parameters.items()}
    x, y = exact(XL), exact(YL)

    def cost(p, x):
        a = forward(p, x)
        return sum((u - v) ** 2 for r, s in zip(a, y) for u, v in zip(r, s)) / (len(y) * len(y[0])) + penalty(a)
    return {
        "name": name, "parameters": parameters, "cost": num(cost(params, x)),
        "prediction": matrix(lambda i, j, v: num(v), forward(params, x)),
        "gradients": {k: derivative(lambda moved, k=k: cost({**params, k: moved}, x), v) for k, v in params.items()},
        "input_gradient": derivative(lambda moved: cost(params, moved), x),
    }


cases = {"x": XL, "y": YL, "seed": SEED, "cases": [layer_case(n, *case) for n, case in LAYERS.items()]}

out = pathlib.Path(__file__).with_name("golden.json")
out.write_text(json.dumps({"losses": losses, "layers": layers, "layer_cases": cases}, indent=1) + "\n")
