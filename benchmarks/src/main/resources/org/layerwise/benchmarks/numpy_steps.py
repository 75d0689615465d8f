"""Training steps in NumPy: forward, cost, gradients, update; written as the course writes them.

Arguments: widths (comma-separated), hidden activation, examples, optimizer, steps in a round, precision (float64 or
float32); threads are those of its BLAS, set in the environment. Each line on standard input starts a round; the answer is its mean time per step in microseconds.
"""

import sys
import time

import numpy as np

widths = [int(n) for n in sys.argv[1].split(",")]
hidden, m, optimizer, steps = sys.argv[2], int(sys.argv[3]), sys.argv[4], int(sys.argv[5])
dtype = np.dtype(sys.argv[6])
L = len(widths) - 1
binary = widths[-1] == 1

rng = np.random.RandomState(1)
X = rng.randn(widths[0], m).astype(dtype)
labels = rng.randint(0, max(2, widths[-1]), m)
Y = labels.reshape(1, m).astype(dtype) if binary else np.eye(widths[-1], dtype=dtype)[:, labels].copy()
W = [None] + [(rng.randn(widths[l], widths[l - 1]) / np.sqrt(widths[l - 1])).astype(dtype) for l in range(1, L + 1)]
b = [None] + [np.zeros((widths[l], 1), dtype) for l in range(1, L + 1)]
if optimizer == "adam":
    mW, vW = [np.zeros_like(w) for w in W[1:]], [np.zeros_like(w) for w in W[1:]]
    mb, vb = [np.zeros_like(w) for w in b[1:]], [np.zeros_like(w) for w in b[1:]]
count = 0


def adam(w, g, mean, square, c1, c2):
    mean *= 0.9
    mean += (1 - 0.9) * g
    square *= 0.999
    square += (1 - 0.999) * (g * g)
    w -= (0.001 / c1) * mean / (np.sqrt(square / c2) + 1e-8)


def step():
    global count
    count += 1
    A, Z = [X], [None]
    for l in range(1, L + 1):
        z = W[l] @ A[l - 1]
        z += b[l]
        Z.append(z)
        if l < L:
            A.append(np.tanh(z) if hidden == "tanh" else np.maximum(z, 0))
        elif binary:
            A.append(1 / (1 + np.exp(-z)))
        else:
            e = np.exp(z - z.max(axis=0))
            A.append(e / e.sum(axis=0))
    if binary:
        cost = np.sum(np.maximum(Z[L], 0) - Z[L] * Y + np.log1p(np.exp(-np.abs(Z[L])))) / m
    else:
        cost = -np.sum(Y * np.log(np.maximum(A[L], np.finfo(dtype).tiny))) / m
    dZ = A[L] - Y
    dW, db = [None] * (L + 1), [None] * (L + 1)
    for l in range(L, 0, -1):
        dW[l] = dZ @ A[l - 1].T
        dW[l] /= m
        db[l] = dZ.sum(axis=1, keepdims=True) / m
        if l > 1:
            dA = W[l].T @ dZ
            dZ = dA * (1 - A[l - 1] * A[l - 1]) if hidden == "tanh" else dA * (Z[l - 1] > 0)
    if optimizer == "adam":
        c1, c2 = 1 - 0.9**count, 1 - 0.999**count
        for l in range(1, L + 1):
            adam(W[l], dW[l], mW[l - 1], vW[l - 1], c1, c2)
            adam(b[l], db[l], mb[l - 1], vb[l - 1], c1, c2)
    else:
        for l in range(1, L + 1):
            dW[l] *= 0.0075
            W[l] -= dW[l]
            b[l] -= 0.0075 * db[l]
    return cost


for line in sys.stdin:
    start = time.perf_counter()
    for _ in range(steps):
        step()
    print((time.perf_counter() - start) * 1e6 / steps, flush=True)
