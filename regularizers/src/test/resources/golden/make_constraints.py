"""Golden values of the weight constraints, from their formulas in 60 digits; needs mpmath.

Run: python3 make_constraints.py > constraints.json
"""

import json

from mpmath import mp, mpf, sqrt

mp.dps = 60

WEIGHTS = [
    [3.0, -4.0, 0.0],
    [0.1, 0.2, -0.2],
    [0.0, 0.0, 0.0],
    [-1.0, 1e-3, 1.5],
    [1e200, -1e200, 1e199],
    [3e-200, 4e-200, 0.0],
    [1.2, 1.6, 0.0],
]


def norm(row):
    return sqrt(sum(mpf(v) ** 2 for v in row))


def to_length(row, length):
    n = norm(row)
    return [mpf(v) if n == 0 else mpf(v) * length / n for v in row]


def max_norm(row, largest):
    return to_length(row, mpf(largest)) if norm(row) > largest else [mpf(v) for v in row]


def min_max_norm(row, smallest, largest, rate):
    n = norm(row)
    target = min(max(n, mpf(smallest)), mpf(largest))
    return to_length(row, mpf(rate) * target + (1 - mpf(rate)) * n)


CASES = [
    ("max_norm", {}, lambda r: max_norm(r, 2)),
    ("max_norm", {"max": 0.25}, lambda r: max_norm(r, 0.25)),
    ("unit_norm", {}, lambda r: to_length(r, 1)),
    ("non_negative", {}, lambda r: [max(mpf(0), mpf(v)) for v in r]),
    ("min_max_norm", {}, lambda r: min_max_norm(r, 0, 1, 1)),
    ("min_max_norm", {"min": 0.5, "max": 1.75, "rate": 0.25}, lambda r: min_max_norm(r, 0.5, 1.75, 0.25)),
]

print(json.dumps({
    "about": "W is (units, inputs); constraints act on rows. Formulas as in the Javadoc, computed with mpmath in 60 digits.",
    "weights": WEIGHTS,
    "cases": [
        {"constraint": name, "options": options, "after": [[float(v) for v in f(row)] for row in WEIGHTS]}
        for name, options, f in CASES
    ],
}, indent=1))
