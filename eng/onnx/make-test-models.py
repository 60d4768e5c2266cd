#!/usr/bin/env python3
"""Makes the models of tests/TypedExplain.Onnx.Tests/Models with the package onnx (Debian: python3-onnx).

All of them score the record LoanApplication, whose columns are Age, AnnualIncome, three of Housing and HasDefaulted,
but for the last ones, which take a text or an image. The tests compute each of them in C# beside ONNX Runtime.
"""
import os
import sys

import numpy as np
from onnx import TensorProto, TypeProto, helper, numpy_helper

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../tests/TypedExplain.Onnx.Tests/Models")
F, D, I64, I32, S, B = (TensorProto.FLOAT, TensorProto.DOUBLE, TensorProto.INT64, TensorProto.INT32, TensorProto.STRING,
                        TensorProto.BOOL)
W = [0.01, 2e-6, 0.3, -0.2, 0.1, -0.9]
B0 = -0.25


def tensor(name, values, kind=np.float32):
    return numpy_helper.from_array(np.array(values, dtype=kind), name)


def value(name, kind, *shape):
    return helper.make_tensor_value_info(name, kind, list(shape))


def save(name, nodes, inputs, outputs, constants=(), opset=15, ml=2):
    graph = helper.make_graph(nodes, os.path.basename(name), inputs, outputs, list(constants))
    model = helper.make_model(graph, producer_name="make-test-models", opset_imports=[
        helper.make_opsetid("", opset), helper.make_opsetid("ai.onnx.ml", ml)])
    model.ir_version = 8
    with open(os.path.join(FOLDER, name + ".onnx"), "wb") as file:
        file.write(model.SerializeToString())
    return model


def node(kind, inputs, outputs, **attributes):
    return helper.make_node(kind, inputs, outputs, **attributes)


def ml(kind, inputs, outputs, **attributes):
    return helper.make_node(kind, inputs, outputs, domain="ai.onnx.ml", **attributes)


def maps(key):
    """The type of a sequence of maps from a key to a float."""
    kind = TypeProto()
    kind.sequence_type.elem_type.map_type.key_type = key
    kind.sequence_type.elem_type.map_type.value_type.tensor_type.elem_type = F
    return kind


def linear(name, kind, np_kind, shape=("n", 1), rows="n", cols=6, **save_options):
    nodes = [node("MatMul", ["X", "W"], ["p"]), node("Add", ["p", "b"], ["q"])]
    if len(shape) == 1:
        nodes.append(node("Squeeze", ["q", "axes"], ["score"]))
    elif len(shape) == 3:
        nodes.append(node("Unsqueeze", ["q", "axes3"], ["score"]))
    else:
        nodes.append(node("Identity", ["q"], ["score"]))
    constants = [tensor("W", np.array(W)[:cols].reshape(-1, 1), np_kind), tensor("b", [B0], np_kind),
                 tensor("axes", [1], np.int64), tensor("axes3", [2], np.int64)]
    return save(name, nodes, [value("X", kind, rows, cols)], [value("score", kind, *shape)], constants, **save_options)


def matrices():
    linear("linear", F, np.float32)
    linear("linear-double", D, np.float64)
    linear("linear-flat", F, np.float32, shape=("n",))
    linear("linear-one-row", F, np.float32, shape=(1, 1), rows=1)
    linear("linear-three-rows", F, np.float32, shape=(3, 1), rows=3)
    linear("linear-five-columns", F, np.float32, cols=5)
    linear("rank-three", F, np.float32, shape=("n", 1, 1))
    future = linear("future", F, np.float32)
    future.opset_import[0].version = 9999
    with open(os.path.join(FOLDER, "future.onnx"), "wb") as file:
        file.write(future.SerializeToString())
    constants = [tensor("W", np.array(W).reshape(-1, 1), np.float32), tensor("b", [B0])]
    save("logistic", [node("MatMul", ["X", "W"], ["p"]), node("Add", ["p", "b"], ["q"]), node("Sigmoid", ["q"], ["score"])],
         [value("X", F, None, None)], [value("score", F, None, None)], constants)
    save("sums-all-rows", [node("ReduceMean", ["X"], ["score"], axes=[0], keepdims=1)],
         [value("X", F, "n", 6)], [value("score", F, 1, 6)])
    save("two-scores", [node("MatMul", ["X", "W"], ["first"]), node("Neg", ["first"], ["second"])],
         [value("X", F, "n", 6)], [value("first", F, "n", 1), value("second", F, "n", 1)], constants[:1])
    external = tensor("W", np.zeros((6, 1)))
    external.ClearField("raw_data")
    external.data_location = TensorProto.EXTERNAL
    entry = external.external_data.add()
    entry.key, entry.value = "location", "weights-that-are-not-there.bin"
    save("external", [node("MatMul", ["X", "W"], ["score"])], [value("X", F, "n", 6)], [value("score", F, "n", 1)], [external])


def columns():
    """One input per feature, as skl2onnx makes them: housing has its own number by name."""
    nodes = [node("Cast", ["age"], ["a"], to=F), node("Cast", ["has_defaulted"], ["d"], to=F),
             ml("LabelEncoder", ["housing"], ["h"], keys_strings=["Rent", "Mortgage", "Own"], values_floats=[0.3, -0.2, 0.1], default_float=7.0),
             node("Mul", ["a", "wa"], ["sa"]), node("Mul", ["annual_income", "wi"], ["si"]), node("Mul", ["d", "wd"], ["sd"]),
             node("Sum", ["sa", "si", "sd", "h", "b"], ["score"])]
    constants = [tensor("wa", [W[0]]), tensor("wi", [W[1]]), tensor("wd", [W[5]]), tensor("b", [B0])]
    ins = [value("age", I64, "n", 1), value("annual_income", F, "n", 1), value("housing", S, "n", 1), value("has_defaulted", B, "n", 1)]
    save("columns", nodes, ins, [value("score", F, "n", 1)], constants)
    save("columns-unknown", nodes + [node("Add", ["score", "salary"], ["more"])], ins + [value("salary", F, "n", 1)], [value("more", F, "n", 1)], constants)
    renamed = [node("Identity", ["x0"], ["age"]), *nodes]
    save("columns-renamed", renamed, [value("x0", I64, "n", 1), *ins[1:]], [value("score", F, "n", 1)], constants)
    whole = [node("Cast", ["annual_income"], ["income"], to=F), *[helper.make_node(own.op_type, ["income" if i == "annual_income" else i for i in own.input], list(own.output), domain=own.domain, **{a.name: helper.get_attribute_value(a) for a in own.attribute}) for own in nodes]]
    save("columns-whole-income", whole, [ins[0], value("annual_income", I64, "n", 1), *ins[2:]], [value("score", F, "n", 1)], constants)
    group = [node("MatMul", ["numbers", "wn"], ["s"]), nodes[2], node("Cast", ["has_defaulted"], ["d"], to=F), node("Mul", ["d", "wd"], ["sd"]),
             node("Sum", ["s", "sd", "h", "b"], ["score"])]
    save("groups", group, [value("numbers", F, "n", 2), value("housing", S, "n", 1), value("has_defaulted", I32, "n", 1)],
         [value("score", F, "n", 1)], [tensor("wn", [[W[0]], [W[1]]]), tensor("wd", [W[5]]), tensor("b", [B0])])


def classifiers():
    coefficients = [0.02, 1e-6, 0.1, 0.2, 0.3, -1.0, -0.01, 2e-6, 0.3, 0.1, -0.2, 1.0, 0.0, 0.0, 0.0, 0.0, 0.5, 0.5]
    linear_node = ml("LinearClassifier", ["X"], ["label", "p"], coefficients=coefficients, intercepts=[0.1, -0.1, 0.2],
                     classlabels_strings=["bad", "fair", "good"], post_transform="SOFTMAX", multi_class=0)
    inputs = [value("X", F, "n", 6)]
    save("classifier", [linear_node], inputs, [value("label", S, "n"), value("p", F, "n", 3)])
    sequence = helper.make_value_info("output_probability", maps(S))
    save("zipmap", [linear_node, ml("ZipMap", ["p"], ["output_probability"], classlabels_strings=["bad", "fair", "good"])],
         inputs, [value("label", S, "n"), sequence])
    numbered = helper.make_value_info("output_probability", maps(I64))
    save("zipmap-numbers", [ml("LinearClassifier", ["X"], ["label", "p"], coefficients=coefficients, intercepts=[0.1, -0.1, 0.2],
                               classlabels_ints=[10, 20, 30], post_transform="SOFTMAX"),
                            ml("ZipMap", ["p"], ["output_probability"], classlabels_int64s=[10, 20, 30])],
         inputs, [value("label", I64, "n"), numbered])


# Two trees over Age (0), AnnualIncome (1), HasDefaulted (5): tree, node, column, threshold, true, false, mode.
TREES = [(0, 0, 1, 40000.5, 1, 2, "BRANCH_LEQ"), (0, 1, 5, 0.5, 3, 4, "BRANCH_LEQ"), (0, 2, 0, 0, 0, 0, "LEAF"),
         (0, 3, 0, 0, 0, 0, "LEAF"), (0, 4, 0, 0, 0, 0, "LEAF"),
         (1, 0, 0, 35.0, 1, 2, "BRANCH_LT"), (1, 1, 0, 0, 0, 0, "LEAF"), (1, 2, 1, 90000.1, 3, 4, "BRANCH_LEQ"),
         (1, 3, 0, 0, 0, 0, "LEAF"), (1, 4, 0, 0, 0, 0, "LEAF")]
LEAVES = [(0, 2), (0, 3), (0, 4), (1, 1), (1, 3), (1, 4)]
ANSWERS = [0.25, 0.1, -0.4, -0.15, 0.2, 0.35]


def structure(trees=TREES):
    tree, nodes, column, threshold, true, false, mode = zip(*trees)
    return dict(nodes_treeids=tree, nodes_nodeids=nodes, nodes_featureids=column, nodes_values=[float(t) for t in threshold],
                nodes_truenodeids=true, nodes_falsenodeids=false, nodes_modes=mode, nodes_hitrates=[1.0] * len(tree))


def trees():
    inputs = [value("X", F, "n", 6)]
    targets = dict(target_treeids=[t for t, _ in LEAVES], target_nodeids=[n for _, n in LEAVES], target_ids=[0] * 6, target_weights=ANSWERS)
    one = [value("score", F, "n", 1)]
    save("tree-regressor", [ml("TreeEnsembleRegressor", ["X"], ["score"], n_targets=1, base_values=[0.5], **structure(), **targets)], inputs, one)
    save("tree-average", [ml("TreeEnsembleRegressor", ["X"], ["score"], n_targets=1, aggregate_function="AVERAGE", **structure(), **targets)], inputs, one)
    equal = [(*row[:6], "BRANCH_EQ" if row[6] == "BRANCH_LT" else row[6]) for row in TREES]
    save("tree-equal", [ml("TreeEnsembleRegressor", ["X"], ["score"], n_targets=1, **structure(equal), **targets)], inputs, one)
    save("tree-scaled", [ml("Scaler", ["X"], ["Z"], offset=[0.0] * 6, scale=[1.0] * 6),
                         ml("TreeEnsembleRegressor", ["Z"], ["score"], n_targets=1, **structure(), **targets)], inputs, one)
    leaves = dict(class_treeids=[t for t, _ in LEAVES], class_nodeids=[n for _, n in LEAVES], class_ids=[0] * 6, class_weights=ANSWERS)
    both = [value("label", S, "n"), value("probabilities", F, "n", 2)]
    save("tree-logistic", [ml("TreeEnsembleClassifier", ["X"], ["label", "probabilities"], classlabels_strings=["no", "yes"],
                              base_values=[0.1], post_transform="LOGISTIC", **structure(), **leaves)], inputs, both)
    save("tree-probit", [ml("TreeEnsembleClassifier", ["X"], ["label", "probabilities"], classlabels_strings=["no", "yes"],
                            post_transform="PROBIT", **structure(), **leaves)], inputs, both)
    shares = [[0.7, 0.2, 0.1], [0.1, 0.8, 0.1], [0.3, 0.3, 0.4], [0.0, 0.5, 0.5], [1.0, 0.0, 0.0], [0.2, 0.2, 0.6]]
    many = dict(class_treeids=[t for t, _ in LEAVES for _ in range(3)], class_nodeids=[n for _, n in LEAVES for _ in range(3)],
                class_ids=[0, 1, 2] * 6, class_weights=[share / 2 for own in shares for share in own])
    save("tree-classifier", [ml("TreeEnsembleClassifier", ["X"], ["label", "probabilities"], classlabels_strings=["bad", "fair", "good"],
                                post_transform="NONE", **structure(), **many)], inputs, [value("label", S, "n"), value("probabilities", F, "n", 3)])


def networks():
    first = [[((3 * i + 5 * j) % 7 - 3) / 8 * (1e-5 if i == 1 else 0.02 if i == 0 else 1) for j in range(4)] for i in range(6)]
    second = [[((2 * i + 3 * j) % 5 - 2) / 2 for j in range(2)] for i in range(4)]
    save("mlp", [node("Gemm", ["X", "W1", "b1"], ["h"]), node("Relu", ["h"], ["r"]), node("Gemm", ["r", "W2", "b2"], ["z"]), node("Softmax", ["z"], ["probabilities"], axis=1)],
         [value("X", F, "n", 6)], [value("probabilities", F, "n", 2)],
         [tensor("W1", first), tensor("b1", [0.1, -0.1, 0.2, 0.0]), tensor("W2", second), tensor("b2", [0.05, -0.05])])


def flowers():
    """The network that the benchmark runs: 4-32-32-3."""
    def weights(rows, columns, seed):
        return np.random.RandomState(seed).uniform(-0.5, 0.5, (rows, columns))

    save("../../../benchmarks/TypedExplain.Onnx.Benchmarks/flowers",
         [node("Gemm", ["X", "W1", "b1"], ["h1"]), node("Relu", ["h1"], ["r1"]), node("Gemm", ["r1", "W2", "b2"], ["h2"]),
          node("Relu", ["h2"], ["r2"]), node("Gemm", ["r2", "W3", "b3"], ["z"]), node("Softmax", ["z"], ["probabilities"], axis=1)],
         [value("X", F, "n", 4)], [value("probabilities", F, "n", 3)],
         [tensor("W1", weights(4, 32, 1)), tensor("b1", np.zeros(32)), tensor("W2", weights(32, 32, 2)), tensor("b2", np.zeros(32)),
          tensor("W3", weights(32, 3, 3)), tensor("b3", np.zeros(3))])


def media():
    save("text", [ml("LabelEncoder", ["review"], ["score"], keys_strings=["good", "bad"], values_floats=[1.0, -1.0], default_float=0.5)],
         [value("review", S, "n", 1)], [value("score", F, "n", 1)])
    for name, shape in (("image-last", ("n", 2, 3, 2)), ("image-first", ("n", 2, 2, 3))):
        # The mean of the first channel.
        axis = 3 if name == "image-last" else 1
        save(name, [node("Gather", ["photo", "zero"], ["g"], axis=axis), node("ReduceMean", ["g"], ["score"], axes=[1, 2], keepdims=0)],
             [value("photo", F, *shape)], [value("score", F, "n")], [tensor("zero", 0, np.int64)])


def missing():
    """Answers 100 for a missing income and 7 for a missing kind of housing; the second is told of a missing income and adds nothing for NaN."""
    shared = [ml("LabelEncoder", ["housing"], ["h"], keys_strings=["Rent", "Own", ""], values_floats=[1.0, 2.0, 7.0], default_float=-1.0)]
    housing, score = value("housing", S, "n", 1), [value("score", F, "n", 1)]
    save("missing", [node("IsNaN", ["income"], ["m"]), node("Where", ["m", "hundred", "income"], ["i"]), *shared, node("Add", ["i", "h"], ["score"])],
         [value("income", F, "n", 1), housing], score, [tensor("hundred", [100.0])])
    save("missing-told", [node("Cast", ["income_is_missing"], ["f"], to=F), node("Mul", ["f", "hundred"], ["m"]), *shared, node("Sum", ["income", "m", "h"], ["score"])],
         [value("income", F, "n", 1), value("income_is_missing", B, "n", 1), housing], score, [tensor("hundred", [100.0])])


if __name__ == "__main__":
    os.makedirs(FOLDER, exist_ok=True)
    for make in (matrices, columns, classifiers, trees, networks, flowers, media, missing):
        make()
    print(sum(os.path.getsize(os.path.join(FOLDER, name)) for name in os.listdir(FOLDER)), "bytes", file=sys.stderr)
