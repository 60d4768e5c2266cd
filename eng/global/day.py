"""Values of partial dependence, its pairs, permutation importance and Friedman's H on the bike-sharing days, for the tests.

Needs numpy and scikit-learn (made with 1.2.1). Writes tests/TypedExplain.Tests/Global/day.reference.json:

    python3 eng/global/day.py DATA/day/day.csv

The model is a formula, so that both sides have it to the last bit. Dependence and importance are scikit-learn's own
(sklearn.inspection), H is its definition (Friedman and Popescu 2008, equations 44 to 46) over all rows.
"""
import csv
import json
import os
import sys

import numpy as np
import sklearn
from sklearn.base import BaseEstimator, RegressorMixin
from sklearn.inspection import partial_dependence, permutation_importance

NAMES = ["mnth", "temp", "hum", "windspeed"]


class Formula(RegressorMixin, BaseEstimator):
    def fit(self, X, y):
        self.is_fitted_ = True
        return self

    def predict(self, X):
        month, temp, hum, wind = X.T
        return 900 + 6500 * temp - 2600 * temp * hum - 1800 * wind * wind + 40 * np.minimum(month, 9) + np.where(temp > 0.72, -1500 * (temp - 0.72), 0)


def h_squared(model, X, first, rest):
    """The share of the variance of the centered joint dependence that the sum of the two does not explain."""
    n = len(X)

    def dependence(columns):
        out = np.empty(n)
        for i in range(n):
            Z = X.copy()
            Z[:, columns] = X[i, columns]
            out[i] = model.predict(Z).mean()
        return out - out.mean()

    joint = dependence(first + rest)
    return float(((joint - dependence(first) - dependence(rest)) ** 2).sum() / (joint ** 2).sum())


with open(sys.argv[1]) as file:
    rows = list(csv.DictReader(file))
X = np.array([[float(row[name]) for name in NAMES] for row in rows])
y = np.array([float(row["cnt"]) for row in rows])
model = Formula().fit(X, y)

result = {"made with": "scikit-learn " + sklearn.__version__, "dependence": {}, "pair": {}, "importance": {}, "h": {}}
for column, name in enumerate(NAMES):
    made = partial_dependence(model, X, [column], kind="both", method="brute", grid_resolution=12, percentiles=(0, 1))
    result["dependence"][name] = {
        "values": made["values"][0].tolist(),
        "average": made["average"][0].tolist(),
        "individual of row 5": made["individual"][0][5].tolist(),
    }
    result["h"][name] = h_squared(model, X, [column], [other for other in range(4) if other != column])
made = partial_dependence(model, X, [1, 2], kind="average", method="brute", grid_resolution=6, percentiles=(0, 1))
result["pair"] = {"first": made["values"][0].tolist(), "second": made["values"][1].tolist(), "average": made["average"][0].tolist()}
result["h"]["temp and hum"] = h_squared(model, X, [1], [2])
result["h"]["temp and windspeed"] = h_squared(model, X, [1], [3])
repeats = 2000
importance = permutation_importance(model, X, y, scoring="neg_mean_squared_error", n_repeats=repeats, random_state=1)
for column, name in enumerate(NAMES):
    result["importance"][name] = {"mean": importance.importances_mean[column], "standard error": importance.importances_std[column] / repeats ** 0.5}

target = os.path.join(os.path.dirname(__file__), "..", "..", "tests", "TypedExplain.Tests", "Global", "day.reference.json")
with open(target, "w") as file:
    json.dump(result, file, indent=1)
    file.write("\n")
