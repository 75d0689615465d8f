"""Writes sklearn_cases.json: metrics of fixed predictions, computed by scikit-learn.

Run with Python 3.11, NumPy 2.4, scikit-learn 1.9:  python sklearn_cases.py > sklearn_cases.json
Matrices are (outputs, examples). "nan" stands for NaN.
"""

import json
import math
import warnings

import numpy as np
from sklearn import metrics as sk

warnings.simplefilter("ignore")
cases = []


def case(name, targets, prediction, target, values):
    clean = {k: "nan" if math.isnan(v) else float(v) for k, v in values.items()}
    cases.append({
        "name": name,
        "targets": targets,
        "prediction": np.atleast_2d(prediction).tolist(),
        "target": np.atleast_2d(target).astype(float).tolist(),
        "values": clean,
    })


def averages(prefix, function, y, p, kinds, **options):
    return {f"{prefix}_{kind}": function(y, p, average=kind, zero_division=0, **options) for kind in kinds}


def counted(y, p, kinds):
    values = {}
    values.update(averages("precision", sk.precision_score, y, p, kinds))
    values.update(averages("recall", sk.recall_score, y, p, kinds))
    values.update(averages("f1", sk.f1_score, y, p, kinds))
    values.update(averages("f2", sk.fbeta_score, y, p, kinds, beta=2))
    return values


def single(y, p):
    return {
        "accuracy": sk.accuracy_score(y, p),
        "balanced_accuracy": sk.balanced_accuracy_score(y, p),
        "matthews": sk.matthews_corrcoef(y, p),
        "cohen_kappa": sk.cohen_kappa_score(y, p),
    }


def binary(name, scores, y):
    p = (scores > 0.5).astype(int)
    values = single(y, p)
    values.update(counted(y, p, ["binary", "macro", "micro", "weighted"]))
    values["roc_auc"] = sk.roc_auc_score(y, scores) if len(set(y)) == 2 else math.nan
    values["pr_auc"] = sk.average_precision_score(y, scores)
    values["log_loss"] = sk.log_loss(y, scores, labels=[0, 1])
    values["brier"] = sk.brier_score_loss(y, scores, labels=[0, 1]) if len(set(y)) == 2 else np.mean((y - scores) ** 2)
    case(name, "BINARY", scores, y, values)
    if len(set(y)) == 2:
        # the same through two outputs; at 0.5 both are equal and the first one wins
        case(name + ", two outputs", "ONE_HOT", np.stack([1 - scores, scores]), np.stack([1 - y, y]), values)


def multiclass(name, scores, y):
    classes = scores.shape[0]
    p = scores.argmax(axis=0)
    values = single(y, p)
    values.update(counted(y, p, ["macro", "micro", "weighted"]))
    one_hot = np.eye(classes)[:, y]
    labels = list(range(classes))
    if len(set(y)) == classes:
        for kind in ["macro", "weighted"]:
            suffix = "" if kind == "macro" else "_weighted"
            values["roc_auc" + suffix] = sk.roc_auc_score(y, scores.T, multi_class="ovr", average=kind)
            values["pr_auc" + suffix] = sk.average_precision_score(one_hot.T, scores.T, average=kind)
    values["log_loss"] = sk.log_loss(y, scores.T, labels=labels)
    values["brier"] = sk.brier_score_loss(y, scores.T, labels=labels)
    values["top_1"] = sk.top_k_accuracy_score(y, scores.T, k=1, labels=labels)
    values["top_2"] = sk.top_k_accuracy_score(y, scores.T, k=2, labels=labels)
    case(name, "ONE_HOT", scores, one_hot, values)


def multilabel(name, scores, y):
    p = (scores > 0.5).astype(int)
    values = {"accuracy": sk.accuracy_score(y.T, p.T)}
    values.update(counted(y.T, p.T, ["macro", "micro", "weighted"]))
    values["roc_auc"] = sk.roc_auc_score(y.T, scores.T, average="macro")
    values["roc_auc_weighted"] = sk.roc_auc_score(y.T, scores.T, average="weighted")
    values["pr_auc"] = sk.average_precision_score(y.T, scores.T, average="macro")
    case(name, "BINARY", scores, y, values)


def regression(name, p, y):
    p, y = np.atleast_2d(p), np.atleast_2d(y)
    values = {
        "mean_squared_error": sk.mean_squared_error(y.T, p.T),
        "root_mean_squared_error": sk.root_mean_squared_error(y.T, p.T),
        "mean_absolute_error": sk.mean_absolute_error(y.T, p.T),
        "mean_absolute_percentage_error": sk.mean_absolute_percentage_error(y.T, p.T),
        "median_absolute_error": sk.median_absolute_error(y.T, p.T),
        "r2": sk.r2_score(y.T, p.T),
        "explained_variance": sk.explained_variance_score(y.T, p.T),
    }
    if y.shape[0] == 1:
        values["max_error"] = sk.max_error(y[0], p[0])
    case(name, "NUMERIC", p, y, values)


random = np.random.RandomState(7)
y = random.randint(0, 2, 101)
binary("binary with ties", np.round(np.clip(0.3 * y + 0.7 * random.rand(101), 0, 1), 1), y)
binary("binary without ties", np.clip(0.3 * y + 0.7 * random.rand(101), 0, 1), y)
binary("binary, certain and wrong", np.array([0.0, 1.0, 1.0, 0.0, 0.5]), np.array([0, 1, 0, 1, 1]))
binary("binary, nothing predicted as the second class", np.array([0.1, 0.2, 0.3, 0.4]), np.array([0, 1, 1, 0]))
binary("binary, only the first class", np.array([0.1, 0.7, 0.3]), np.array([0, 0, 0]))
binary("binary, all scores equal", np.full(6, 0.7), np.array([0, 1, 1, 0, 1, 0]))

y = random.randint(0, 4, 97)
scores = random.rand(4, 97) + 0.6 * np.eye(4)[:, y]
multiclass("four classes", scores / scores.sum(axis=0), y)
scores = random.randint(1, 4, (4, 97)).astype(float) + np.eye(4)[:, y]
multiclass("four classes with ties", scores / scores.sum(axis=0), y)
y = np.array([0, 1, 1, 0, 3, 3, 0])
scores = np.eye(4)[:, [0, 1, 0, 0, 3, 1, 0]] * 0.6 + 0.1
multiclass("a class that occurs nowhere", scores, y)
scores = np.eye(4)[:, [0, 1, 2, 0, 3, 2, 0]] * 0.6 + 0.1
multiclass("a class that is only predicted", scores, y)

y = random.randint(0, 2, (3, 50))
multilabel("three labels", np.round(0.3 * y + 0.7 * random.rand(3, 50), 2), y)

y = 3 * random.randn(60)
regression("regression", y + random.randn(60), y)
y = random.randn(3, 31) * np.array([[1.0], [100.0], [0.01]]) + np.array([[0.0], [5.0], [1e3]])
regression("three outputs", y + 0.1 * random.randn(3, 31), y)
regression("a constant target met", np.full(5, 0.1), np.full(5, 0.1))
regression("a constant target missed by a constant", np.full(5, 0.2), np.full(5, 0.1))
regression("a constant target missed", np.array([0.1, 0.2, 0.4]), np.full(3, 0.5))
regression("one example", np.array([1.5]), np.array([1.0]))
regression("a target of zero", np.array([0.5, 1.0]), np.array([0.0, 2.0]))

print(json.dumps(cases, separators=(",", ":")).replace("},{", "},\n{"))
