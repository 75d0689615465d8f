"""Writes golden.json beside it: losses and normalizations at exact double inputs, by mpmath with 60 digits.

Gradients of losses are derivatives of the loss of one example, by mpmath's own differentiation of the value's formula,
so that they do not repeat the formulas of the Java code.
"""
import json
import pathlib
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

losses = [
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

out = pathlib.Path(__file__).with_name("golden.json")
out.write_text(json.dumps({"losses": losses, "layers": layers}, indent=1) + "\n")
