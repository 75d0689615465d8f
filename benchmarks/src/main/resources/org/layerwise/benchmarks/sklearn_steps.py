"""Training steps of scikit-learn's multi-layer perceptron: one call of partial_fit is one step over the batch.

Arguments: widths (comma-separated), hidden activation, examples, optimizer, steps in a round. Each line on standard
input starts a round; the answer is its mean time per step in microseconds.
"""

import sys
import time
import warnings

import numpy as np
from sklearn.neural_network import MLPClassifier

warnings.simplefilter("ignore")
widths = [int(n) for n in sys.argv[1].split(",")]
hidden, m, optimizer, steps = sys.argv[2], int(sys.argv[3]), sys.argv[4], int(sys.argv[5])
classes = max(2, widths[-1])
rng = np.random.RandomState(1)
X = rng.randn(m, widths[0])
Y = np.concatenate([np.arange(classes), rng.randint(0, classes, m)])[:m]
net = MLPClassifier(
    hidden_layer_sizes=tuple(widths[1:-1]),
    activation=hidden,
    solver=optimizer,
    alpha=0,
    batch_size=m,
    learning_rate_init=0.001 if optimizer == "adam" else 0.0075,
    momentum=0,
    nesterovs_momentum=False,
    shuffle=False,
)
net.partial_fit(X, Y, np.arange(classes))

for line in sys.stdin:
    start = time.perf_counter()
    for _ in range(steps):
        net.partial_fit(X, Y)
    print((time.perf_counter() - start) * 1e6 / steps, flush=True)
