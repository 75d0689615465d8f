"""Writes transforms.json with scikit-learn 1.2.1, SciPy 1.10.1 and mpmath: what each transform makes of a table.

Run here with a Python that has them: python3 transforms.py
"""

import json
import math

import numpy as np
from mpmath import mp, mpf
from sklearn.feature_extraction import FeatureHasher
from sklearn.feature_selection import VarianceThreshold
from sklearn.impute import SimpleImputer
from sklearn.preprocessing import (
    MaxAbsScaler, MinMaxScaler, Normalizer, OneHotEncoder, OrdinalEncoder, PolynomialFeatures, PowerTransformer,
    RobustScaler, StandardScaler)

mp.dps = 40
rng = np.random.RandomState(4)
train = np.round(rng.standard_normal((23, 4)) * [1, 10, 0.01, 300] + [0, 5, 1, -2000], 6)
train[:, 1] = np.round(np.exp(train[:, 1] / 8), 6)
other = np.round(rng.standard_normal((7, 4)) * [2, 3, 0.02, 500] + [1, 12, 1, -1500], 6)
other[:, 1] = np.abs(other[:, 1]) + 0.1
gaps, gaps_other = train.copy(), other.copy()
for i, j in [(0, 0), (3, 0), (5, 1), (22, 3), (7, 3), (8, 3)]:
    gaps[i, j] = np.nan
gaps_other[2, 2] = np.nan
gaps_other[4, 0] = np.nan
words = np.array([["red", "s"], ["green", "m"], ["blue", "m"], ["red", "l"], ["grün", "xl"], ["green", "s"]], dtype=object)
words_other = np.array([["red", "xl"], ["pink", "m"], ["blue", "xxl"]], dtype=object)
cases = {}


def cell(v):
    return v if isinstance(v, str) else None if math.isnan(v) else float(v)


def rows(x):
    return [[cell(v) for v in row] for row in np.asarray(x, dtype=object)]


def case(name, transformer, x=train, t=other):
    fitted = transformer.fit(x)
    cases[name] = {"train": rows(x), "other": rows(t), "expected": rows(fitted.transform(x)),
                   "expected_other": rows(fitted.transform(t))}


def most_likely(x, logs, value):
    """The lambda of the greatest likelihood, to 30 digits: the root of its derivative."""
    x = [mpf(float(v)) for v in x]

    def likelihood(lam):
        y = [value(v, lam) for v in x]
        mean = sum(y) / len(y)
        return -len(x) / mpf(2) * mp.log(sum((v - mean) ** 2 for v in y) / len(y)) + (lam - 1) * sum(map(logs, x))

    grid = [mpf(k) / 4 for k in range(-40, 41)]
    best = max(grid, key=likelihood)
    return float(mp.findroot(lambda lam: mp.diff(likelihood, lam), best))


def yeo_johnson(v, lam):
    if v >= 0:
        return mp.log(v + 1) if lam == 0 else ((v + 1) ** lam - 1) / lam
    return -mp.log(1 - v) if lam == 2 else -((1 - v) ** (2 - lam) - 1) / (2 - lam)


def box_cox(v, lam):
    return mp.log(v) if lam == 0 else (v**lam - 1) / lam


for suffix, x, t in [("", train, other), (" with gaps", gaps, gaps_other)]:
    case("standardize" + suffix, StandardScaler(), x, t)
    case("min_max" + suffix, MinMaxScaler((-1, 2)), x, t)
    case("robust" + suffix, RobustScaler(), x, t)
case("normalize l1", Normalizer("l1"))
case("normalize l2", Normalizer("l2"))
case("normalize max", Normalizer("max"))
case("polynomial", PolynomialFeatures(3, include_bias=False))
for strategy in ["mean", "median", "most_frequent"]:
    case("impute " + strategy, SimpleImputer(strategy=strategy, add_indicator=True), gaps, gaps_other)
case("impute constant", SimpleImputer(strategy="constant", fill_value=-1.5, add_indicator=True), gaps, gaps_other)
case("one_hot", OneHotEncoder(handle_unknown="ignore", sparse_output=False), words, words_other)
case("ordinal", OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=-1), words, words_other)
flat = train.copy()
flat[:, 2] = 0.1
case("drop_constant", VarianceThreshold(1e-30), flat, other)


class Hasher:
    def fit(self, x):
        return self

    def transform(self, x):
        tokens = [{"colour": row[0], "size": row[1]} for row in x]
        return FeatureHasher(n_features=7, input_type="dict").transform(tokens).toarray()


case("hashing", Hasher(), words, words_other)
powers = {"yeo_johnson": [], "box_cox": []}
for column in range(4):
    x = train[:, column]
    lam = most_likely(x, lambda v: mp.sign(v) * mp.log(1 + abs(v)), yeo_johnson)
    scikit = PowerTransformer("yeo-johnson").fit(x.reshape(-1, 1)).lambdas_[0]
    assert abs(scikit - lam) < 1e-5 * max(1, abs(lam)), (column, scikit, lam)
    powers["yeo_johnson"].append({"train": list(x), "lambda": lam})
positive = train[:, [1, 2]]
for column in range(2):
    x = positive[:, column]
    lam = most_likely(x, mp.log, box_cox)
    powers["box_cox"].append({"train": list(x), "lambda": lam})
cases["power"] = powers
formulas = []
for lam in [-1.5, -1e-9, 0.0, 1e-9, 0.5, 1.0, 2.0, 2.0 + 1e-9, 3.25]:
    for v in [-40.0, -1.0, -1e-9, 0.0, 1e-9, 0.25, 1.0, 40.0]:
        formulas.append({"lambda": lam, "x": v, "yeo_johnson": float(yeo_johnson(mpf(v), mpf(lam))),
                         "box_cox": float(box_cox(mpf(v), mpf(lam))) if v > 0 else None})
cases["power formulas"] = formulas
with open("transforms.json", "w", newline="\n", encoding="utf-8") as file:
    json.dump(cases, file, ensure_ascii=False, indent=0, separators=(",", ":"))
