#!/usr/bin/env python3
"""Benchmark tasks by numpy and scikit-learn, as JSON lines for eng/perf.sh -p.

  TYPEDEXPLAIN_BENCH=... eng/peers.py [TASK...] > peers.jsonl

Whoever wants LIME, S-LIME or exact KernelSHAP in Python without a package writes about this: one batch of neighbors, one matrix product, one
solve. One thread; the least of many repetitions, one explanation each. It needs numpy and scikit-learn (in Debian python3-numpy and python3-sklearn, for its own /usr/bin/python3).
"""
import itertools
import json
import math
import os
import sys
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"
import numpy as np  # noqa: E402

SECONDS = 1.0


def uniform(seed, count):
    z = (np.uint64(seed << 32) + np.arange(count, dtype=np.uint64) + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return ((z ^ (z >> np.uint64(31))) >> np.uint64(11)) * 2.0 ** -53


def rows(count, d):
    return ((2 * uniform(1, count * d) - 1) * math.sqrt(3)).reshape(count, d)


def analytic(d):
    i = np.arange(d)
    a = (-1.0) ** i * (1 + i % 7) / (4 * math.sqrt(d))
    c = ((i % 3) - 1)[:-1] / (2 * math.sqrt(d))

    def score(x):
        return 1 / (1 + np.exp(-(np.sin(x) @ a + (x[:, :-1] * x[:, 1:]) @ c)))

    return score


def fit(z, y, w, ridge=1.0):
    """Weighted ridge with a free intercept: the slopes."""
    total = w.sum()
    z = z - (w @ z) / total
    y = y - (w @ y) / total
    weighted = z * w[:, None]
    return np.linalg.solve(z.T @ weighted + ridge * np.eye(z.shape[1]), weighted.T @ y)


def lime(d, n, environments=1):
    background, score, random = rows(1000, d), analytic(d), np.random.default_rng(0)
    mean, deviation = background.mean(0), background.std(0)
    width = (0.75 * math.sqrt(d)) ** 2

    def explain(row):
        x = background[row % 1000]
        z = random.standard_normal((n, d))
        samples = x + z * deviation
        w = np.exp(-(z * z).sum(1) / width)
        y, own = score(samples), (samples - mean) / deviation
        if environments == 1:
            return fit(own, y, w)
        return np.mean([fit(own[part], y[part], w[part]) for part in (random.integers(0, n, n) for _ in range(environments))], axis=0)

    return explain


def iris():
    with open(os.path.join(os.environ["TYPEDEXPLAIN_BENCH"], "iris.json")) as file:
        return json.load(file)


def iris_forest(n):
    from sklearn.ensemble import RandomForestClassifier
    data = iris()
    train, labels = np.array(data["train_x"]), np.array(data["train_y"])
    forest, random = RandomForestClassifier(100, random_state=0, n_jobs=1).fit(train, labels), np.random.default_rng(0)
    deviation = train.std(0)

    def explain(row):
        z = random.standard_normal((n, train.shape[1]))
        return fit(z, forest.predict_proba(train[row % len(train)] + z * deviation)[:, 0], np.exp(-(z * z).sum(1) / (0.75 ** 2 * 4)))

    return explain


def kernel_shap(d, count):
    """All coalitions, which is exact, of a small number of features."""
    data, score = rows(1000, d), analytic(d)
    background = data[900:900 + count]
    masks = np.array([m for m in itertools.product([0.0, 1.0], repeat=d) if 0 < sum(m) < d])
    sizes = masks.sum(1).astype(int)
    weights = np.array([(d - 1) / (math.comb(d, s) * s * (d - s)) for s in sizes])

    def explain(row):
        x = data[row % 1000]
        asked = masks[:, None, :] * x + (1 - masks[:, None, :]) * background
        values = score(asked.reshape(-1, d)).reshape(len(masks), -1).mean(1)
        empty, full = score(background).mean(), score(x[None])[0]
        design = masks[:, :-1] - masks[:, -1:]
        target = values - empty - masks[:, -1] * (full - empty)
        weighted = design * weights[:, None]
        first = np.linalg.solve(design.T @ weighted, weighted.T @ target)
        return np.append(first, full - empty - first.sum())

    return explain


TASKS = {f"analytic-d{d}-lime-n{n}": (lambda d=d, n=n: lime(d, n), "numpy") for d in (4, 32, 128, 784) for n in (500, 5000)}
TASKS |= {f"analytic-d{d}-slime-k2-n500": (lambda d=d: lime(d, 500, 2), "numpy") for d in (4, 32)}
TASKS |= {f"iris-rf-lime-n{n}": (lambda n=n: iris_forest(n), "scikit-learn") for n in (10, 500, 5000)}
TASKS |= {"analytic-d8-kernelshap": (lambda: kernel_shap(8, 50), "numpy"), "analytic-d8-kernelshap-b1": (lambda: kernel_shap(8, 1), "numpy")}

for task, (make, peer) in TASKS.items():
    if len(sys.argv) > 1 and not any(task.startswith(prefix) for prefix in sys.argv[1:]):
        continue
    try:
        explain = make()
    except (ImportError, KeyError, OSError) as error:
        print(f"{task}: left out, {error!r}", file=sys.stderr)
        continue
    least, row, end = math.inf, 0, time.perf_counter() + SECONDS
    while row < 5 or time.perf_counter() < end:
        began = time.perf_counter()
        explain(row)
        least, row = min(least, time.perf_counter() - began), row + 1
    print(json.dumps({"peer": peer, "task": task, "seconds_per_explanation": least}), flush=True)
