"""Writes sklearn_more.json: more metrics of fixed predictions, computed by scikit-learn, beside sklearn_cases.json.

Run with Python 3.11, NumPy 1.24, scikit-learn 1.2 (Debian 12):  /usr/bin/python3 sklearn_more.py > sklearn_more.json
Matrices are (outputs, examples). "nan" stands for NaN. The calibration error is the formula of Guo et al. over the bins
of numpy.digitize, held against the shares and means of sklearn.calibration.calibration_curve.
"""

import json
import math
import warnings

import numpy as np
from sklearn import metrics as sk
from sklearn.calibration import calibration_curve

warnings.simplefilter("ignore")
cases = []


def case(name, targets, prediction, target, values, confusion=None):
    clean = {k: "nan" if math.isnan(v) else float(v) for k, v in values.items()}
    made = {
        "name": name,
        "targets": targets,
        "prediction": np.atleast_2d(prediction).tolist(),
        "target": np.atleast_2d(target).astype(float).tolist(),
        "values": clean,
    }
    if confusion is not None:
        made["confusion"] = confusion.astype(float).tolist()
    cases.append(made)


def calibration(probability, hit, bins):
    place = np.digitize(probability, np.arange(1, bins) / bins, right=True)
    error = 0.0
    for b in range(bins):
        of = place == b
        if of.any():
            error += of.sum() / len(hit) * abs(hit[of].mean() - probability[of].mean())
    return error


def averages(prefix, function, y, p, kinds, **options):
    return {f"{prefix}_{kind}": function(y, p, average=kind, zero_division=0, **options) for kind in kinds}


def multiclass(name, scores, y):
    classes = scores.shape[0]
    labels = list(range(classes))
    one_hot = np.eye(classes)[:, y]
    p = scores.argmax(axis=0)
    values = {}
    for kind in ["macro", "weighted"]:
        values[f"roc_auc_ovo_{kind}"] = sk.roc_auc_score(y, scores.T, multi_class="ovo", average=kind)
        values[f"roc_auc_ovr_{kind}"] = sk.roc_auc_score(y, scores.T, multi_class="ovr", average=kind)
        values[f"pr_auc_{kind}"] = sk.average_precision_score(one_hot.T, scores.T, average=kind)
    values["roc_auc_ovr_micro"] = sk.roc_auc_score(y, scores.T, multi_class="ovr", average="micro")
    values["pr_auc_micro"] = sk.average_precision_score(one_hot.T, scores.T, average="micro")
    values.update(averages("f0.5", sk.fbeta_score, y, p, ["macro", "micro", "weighted"], beta=0.5))
    for k in [1, 3]:
        values[f"top_{k}"] = sk.top_k_accuracy_score(y, scores.T, k=k, labels=labels)
    values["calibration_10"] = calibration(scores.max(axis=0), (p == y).astype(float), 10)
    values["calibration_7"] = calibration(scores.max(axis=0), (p == y).astype(float), 7)
    case(name, "ONE_HOT", scores, one_hot, values, sk.confusion_matrix(y, p, labels=labels))


def binary(name, scores, y):
    p = (scores > 0.5).astype(int)
    values = {"calibration_10": calibration(scores, y, 10), "calibration_4": calibration(scores, y, 4)}
    values.update(averages("f0.5", sk.fbeta_score, y, p, ["binary", "macro", "micro", "weighted"], beta=0.5))
    values["specificity"] = sk.recall_score(y, p, pos_label=0, zero_division=0)
    values["balanced_accuracy"] = sk.balanced_accuracy_score(y, p)
    values["matthews"] = sk.matthews_corrcoef(y, p)
    values["cohen_kappa"] = sk.cohen_kappa_score(y, p)
    values["pr_auc_macro"] = sk.average_precision_score(y, scores) if y.any() else 0.0
    values["roc_auc_ovo_macro"] = sk.roc_auc_score(y, scores) if 0 < y.sum() < len(y) else math.nan
    case(name, "BINARY", scores, y, values, sk.confusion_matrix(y, p, labels=[0, 1]))


def multilabel(name, scores, y):
    values = {
        "roc_auc_ovr_micro": sk.roc_auc_score(y.T, scores.T, average="micro"),
        "pr_auc_micro": sk.average_precision_score(y.T, scores.T, average="micro"),
        "pr_auc_weighted": sk.average_precision_score(y.T, scores.T, average="weighted"),
    }
    case(name, "BINARY", scores, y, values)


def regression(name, p, y):
    values = {
        "mean_squared_error": sk.mean_squared_error(y, p),
        "root_mean_squared_error": sk.mean_squared_error(y, p, squared=False),
        "mean_absolute_error": sk.mean_absolute_error(y, p),
        "mean_absolute_percentage_error": sk.mean_absolute_percentage_error(y, p),
        "median_absolute_error": sk.median_absolute_error(y, p),
        "max_error": sk.max_error(y, p),
        "r2": sk.r2_score(y, p),
        "explained_variance": sk.explained_variance_score(y, p),
    }
    case(name, "NUMERIC", p, y, values)


random = np.random.RandomState(11)
y = random.randint(0, 5, 83)
scores = random.rand(5, 83) + 0.5 * np.eye(5)[:, y]
multiclass("five classes", scores / scores.sum(axis=0), y)
y = np.concatenate([np.zeros(40, int), np.ones(7, int), np.full(3, 2)])
scores = random.randint(1, 4, (3, 50)).astype(float) + np.eye(3)[:, y]
multiclass("three uneven classes with ties", scores / scores.sum(axis=0), y)
multiclass("three classes, the same prediction for all", np.tile([[0.5], [0.25], [0.25]], (1, 50)), y)

y = random.randint(0, 2, 64)
scores = np.clip(0.4 * y + 0.6 * random.rand(64), 0, 1)
check = calibration_curve(y, scores, n_bins=10)
place = np.digitize(scores, np.arange(1, 10) / 10, right=True)
assert np.allclose(check[0], [y[place == b].mean() for b in range(10) if (place == b).any()])
binary("binary", scores, y)
binary("binary on the edges of bins", np.array([0.0, 0.1, 0.25, 0.3, 0.5, 0.7, 0.75, 1.0]), random.randint(0, 2, 8))
binary("binary, only the second class", np.array([0.2, 0.9, 0.6]), np.array([1, 1, 1]))
binary("binary, only the first class, all right", np.array([0.2, 0.1, 0.4]), np.array([0, 0, 0]))
binary("binary, always the same", np.full(5, 0.25), np.array([0, 1, 0, 0, 1]))

multilabel("four labels with ties", np.round(random.rand(4, 40), 1), random.randint(0, 2, (4, 40)))

y = 1e6 + random.randn(101)
regression("far from zero", y + 0.1 * random.randn(101), y)
regression("constant predictions", np.full(9, 2.0), np.arange(9.0))
regression("the mean predicted", np.full(5, 2.0), np.arange(5.0))

print(json.dumps(cases, separators=(",", ":")).replace("},{", "},\n{"))
