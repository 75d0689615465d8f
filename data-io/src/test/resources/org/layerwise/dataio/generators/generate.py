"""Writes the golden points of the generators with NumPy, after scikit-learn's and CS231n's formulas."""

import numpy as np


def shuffled(rng, x, y):
    order = np.arange(len(x))
    rng.shuffle(order)
    return x[order], y[order]


def blobs(n, k, d, std, low, high, seed):
    rng = np.random.RandomState(seed)
    centers = rng.uniform(low, high, size=(k, d))
    counts = [n // k + (1 if i < n % k else 0) for i in range(k)]
    x = np.concatenate([rng.normal(loc=c, scale=std, size=(m, d)) for c, m in zip(centers, counts)])
    return shuffled(rng, x, np.repeat(np.arange(k), counts))


def gaussian_quantiles(n, k, d, cov, seed):
    rng = np.random.RandomState(seed)
    x = rng.multivariate_normal(np.zeros(d), cov * np.identity(d), (n,))
    x = x[np.argsort(np.sum(x**2, axis=1))]
    step = n // k
    y = np.hstack([np.repeat(np.arange(k), step), np.repeat(k - 1, n - step * k)])
    return shuffled(rng, x, y)


def spirals(n, k, noise, seed):
    rng = np.random.RandomState(seed)
    x, y = np.zeros((n, 2)), np.zeros(n)
    m = n // k
    for j in range(k):
        r = np.linspace(0.0, 1, m)
        t = np.linspace(j * 4, (j + 1) * 4, m) + rng.randn(m) * noise
        x[m * j : m * (j + 1)] = np.c_[r * np.sin(t), r * np.cos(t)]
        y[m * j : m * (j + 1)] = j
    return x, y


def linear_regression(n, d, informative, targets, bias, noise, seed):
    rng = np.random.RandomState(seed)
    x = rng.standard_normal(size=(n, d))
    w = np.zeros((d, targets))
    w[:informative] = 100 * rng.uniform(size=(informative, targets))
    y = np.dot(x, w) + bias
    y += rng.normal(scale=noise, size=y.shape)
    x, y = shuffled(rng, x, y)
    order = np.arange(d)
    rng.shuffle(order)
    return x[:, order], y


def write(name, x, y):
    with open(name + ".csv", "w", newline="\n") as file:
        for row in np.c_[x, y]:
            file.write(",".join(repr(float(v)) for v in row) + "\n")


write("blobs", *blobs(50, 4, 3, 1.5, -8, 8, 7))
write("gaussian_quantiles", *gaussian_quantiles(101, 2, 2, 0.5, 3))
write("spirals", *spirals(60, 3, 0.2, 5))
write("linear_regression", *linear_regression(30, 6, 4, 2, 5.0, 0.5, 11))
