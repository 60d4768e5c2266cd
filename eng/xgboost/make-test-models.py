#!/usr/bin/env python3
"""Makes the models of tests/TypedExplain.ML.Tests/Models with XGBoost 1.7.4 (Debian: python3-xgboost).

Each model is the file that save_model writes. Beside it lie the rows of the tests, and what XGBoost answers to them: its
answers, the sums below them and the contributions of every column, in rows.json.
"""
import json
import os

import numpy as np
import xgboost

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../tests/TypedExplain.ML.Tests/Models")
NAMES = ["age", "balance", "debt", "housing", "has_defaulted"]
TYPES = ["q", "q", "q", "c", "i"]


def draw(count, seed):
    random = np.random.default_rng(seed)
    rows = np.empty((count, 5))
    rows[:, 0] = random.integers(18, 90, count)
    rows[:, 1] = np.where(random.integers(0, 4, count) == 0, 0, np.round(random.uniform(-100, 100, count), 2))
    rows[:, 2] = np.where(random.integers(0, 5, count) == 0, np.nan, np.round(random.uniform(0, 1000, count), 3))
    rows[:, 3] = random.integers(0, 5, count)
    rows[:, 4] = random.integers(0, 2, count)
    return rows


def worth(rows):
    age, balance, debt, housing, defaulted = rows.T
    owed = np.where(np.isnan(debt), 700, debt) / 900 * np.where((housing == 0) | (housing == 3), 1, -0.5)
    return age / 50 + balance / 80 * np.where(defaulted == 1, -1, 1) + owed + np.where(np.isnan(debt), 0.4, 0) + housing * 7 % 5 / 4


ROWS, ASKED = draw(300, 1), draw(40, 2)
WORTH = worth(ROWS)
TARGETS = {
    "number": np.exp(WORTH / 2),
    "flag": (WORTH > np.median(WORTH)).astype(float),
    "share": 1 / (1 + np.exp(np.median(WORTH) - WORTH)),
    "class": np.clip((WORTH + 0.5).astype(int), 0, 2),
    "rank": np.clip((WORTH + 1).astype(int), 0, 4),
}

# Name, parameters, target, whether columns have names.
KINDS = [
    ("regression", {"objective": "reg:squarederror"}, "number", True),
    ("regression-base", {"objective": "reg:squarederror", "base_score": 3.25}, "number", True),
    ("absolute", {"objective": "reg:pseudohubererror"}, "number", True),
    ("logistic-share", {"objective": "reg:logistic", "base_score": 0.3}, "share", True),
    ("binary", {"objective": "binary:logistic", "base_score": 0.2}, "flag", True),
    ("logitraw", {"objective": "binary:logitraw"}, "flag", True),
    ("hinge", {"objective": "binary:hinge"}, "flag", True),
    ("softprob", {"objective": "multi:softprob", "num_class": 3}, "class", True),
    ("poisson", {"objective": "count:poisson", "base_score": 1.5}, "number", True),
    ("gamma", {"objective": "reg:gamma"}, "number", True),
    ("tweedie", {"objective": "reg:tweedie"}, "number", True),
    ("cox", {"objective": "survival:cox"}, "number", True),
    ("rank", {"objective": "rank:pairwise"}, "rank", True),
    ("dart", {"objective": "binary:logistic", "booster": "dart", "rate_drop": 0.5, "one_drop": 1}, "flag", True),
    ("forest", {"objective": "binary:logistic", "num_parallel_tree": 4, "subsample": 0.7, "eta": 1}, "flag", True),
    ("pruned", {"objective": "reg:squarederror", "gamma": 2, "updater": "grow_colmaker,prune", "tree_method": "exact"}, "number", True),
    ("categories", {"objective": "reg:squarederror", "tree_method": "hist", "max_cat_to_onehot": 1}, "number", True),
    ("single-categories", {"objective": "binary:logistic", "tree_method": "hist", "max_cat_to_onehot": 10}, "flag", True),
    ("unnamed", {"objective": "reg:squarederror"}, "number", False),
]


def matrix(rows, is_named, has_categories, label=None):
    types = [kind if has_categories or kind != "c" else "q" for kind in TYPES]
    return xgboost.DMatrix(rows, label=label, feature_names=NAMES if is_named else None, feature_types=types if is_named else None,
                           enable_categorical=has_categories)


def numbers(answers):
    return [float(f"{x:.9g}") for x in answers.flatten()]


expected = {"rows": [[None if np.isnan(x) else x for x in row] for row in ASKED], "models": {}}
for name, parameters, target, is_named in KINDS:
    has_categories = "categories" in name
    data = matrix(ROWS, is_named, has_categories, TARGETS[target])
    if target == "rank":
        data.set_group([100, 100, 100])
    defaults = {"max_depth": 4, "seed": 7, "nthread": 1, "tree_method": "exact"}
    if has_categories:
        defaults["tree_method"] = "hist"
    booster = xgboost.train({**defaults, **parameters}, data, 5)
    booster.save_model(os.path.join(FOLDER, f"xgboost-{name}.json"))
    asked = matrix(ASKED, is_named, has_categories)
    expected["models"][name] = {
        "answers": numbers(booster.predict(asked)),
        "sums": numbers(booster.predict(asked, output_margin=True)),
        "contributions": numbers(booster.predict(asked, pred_contribs=True)),
    }

with open(os.path.join(FOLDER, "xgboost-rows.json"), "w", encoding="utf-8") as file:
    json.dump(expected, file)
