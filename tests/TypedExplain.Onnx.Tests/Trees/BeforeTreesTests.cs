using TypedExplain.Onnx.Export;
using TypedExplain.Onnx.Files;
using TypedExplain.Onnx.Tests.Support;

namespace TypedExplain.Onnx.Tests.Trees;

/// <summary>What stands before the trees of a file is followed to the record's columns, or refused.</summary>
public class BeforeTreesTests
{
    private static readonly Stump[] s_stumps = [new(0, 0.1, 1, 3), new(1, 1.5, 10, 20)];

    [Theory]
    [InlineData(OnnxTensor.BoolType)]
    [InlineData(OnnxTensor.LongType)]
    [InlineData(OnnxTensor.IntType)]
    [InlineData(OnnxTensor.DoubleType)]
    public void CastsAreExact(int type) => ForestAssert.IsTheModel(Before((graph, x) => To(graph, To(graph, x, type), OnnxTensor.SingleType)), new Dataset<Two>(ForestAssert.Pairs.Rows.Where(row => Math.Abs(row.A) < 1e6 && Math.Abs(row.B) < 1e6)));

    [Fact]
    public void ATinyNumberIsTrue() =>
        Assert.Equal(3, OnnxForest.Load(ForestFile.Regressor(2, (graph, x) => To(graph, To(graph, x, OnnxTensor.BoolType), OnnxTensor.SingleType), (_, y) => y, s_stumps[0]), ForestAssert.Pairs).Predict(new(0.05, 0)));

    [Fact]
    public void ColumnsMayBeChosen() =>
        ForestAssert.IsTheModel(Before((graph, x) => graph.Node("Gather", [x, graph.Integers([1, 0])], Attributes.Integer("axis", 1))), ForestAssert.Pairs);

    [Fact]
    public void InputsMayBeJoined()
    {
        GraphWriter graph = new();
        string b = graph.Input("b", OnnxTensor.SingleType, 1), a = graph.Input("a", OnnxTensor.SingleType, 1);
        graph.Input("label", OnnxTensor.LongType, 1);
        graph.Rename(ForestFile.Trees(graph, graph.Node("Concat", [a, b], Attributes.Integer("axis", 1)), [], s_stumps), "y");
        graph.Output("y", OnnxTensor.SingleType, 1);

        Forest<Two> forest = ForestAssert.IsTheModel(graph.ToArray(), ForestAssert.Pairs);
        Assert.Equal(23, forest.Predict(new(1, 2)));
        Assert.Equal(13, OnnxForest.Load(graph.ToArray(), new Dataset<Swapped>([new(1, 1)])).Predict(new(B: 1, A: 2)));
    }

    [Theory]
    [InlineData("BRANCH_LEQ")]
    [InlineData("BRANCH_LT")]
    [InlineData("BRANCH_GTE")]
    [InlineData("BRANCH_GT")]
    [InlineData("BRANCH_EQ")]
    [InlineData("BRANCH_NEQ")]
    public void EveryComparisonIsRead(string mode)
    {
        Stump[] stumps = [new(0, 0.5, 1, 3, mode), new(1, 0.1, 10, 20, mode), new(1, 2, -7, 2, mode)];
        ForestAssert.IsTheModel(ForestFile.Regressor(2, stumps), ForestAssert.Pairs);
        ForestAssert.IsTheModel(ForestFile.Regressor(2, (graph, x) => To(graph, To(graph, x, OnnxTensor.BoolType), OnnxTensor.SingleType), (_, y) => y, stumps), ForestAssert.Pairs);
    }

    [Fact]
    public void ANodeMayHaveSeveralParents()
    {
        GraphWriter graph = new();
        graph.Trees("TreeEnsembleRegressor", graph.Input("x", OnnxTensor.SingleType, 2), ["y"],
        [
            Attributes.Integers("nodes_treeids", [0, 0, 0, 0, 0, 0]),
            Attributes.Integers("nodes_nodeids", [0, 1, 2, 3, 4, 5]),
            Attributes.Integers("nodes_featureids", [0, 1, 0, 0, 0, 0]),
            Attributes.Integers("nodes_truenodeids", [1, 3, 3, 0, 0, 0]),
            Attributes.Integers("nodes_falsenodeids", [2, 4, 5, 0, 0, 0]),
            Attributes.Texts("nodes_modes", ["BRANCH_LEQ", "BRANCH_LEQ", "BRANCH_LEQ", "LEAF", "LEAF", "LEAF"]),
            ForestFile.Singles("nodes_values", [0.5, 0.1, 2.5, 0, 0, 0]),
            Attributes.Integers("target_treeids", [0, 0, 0]),
            Attributes.Integers("target_nodeids", [3, 4, 5]),
            Attributes.Integers("target_ids", [0, 0, 0]),
            ForestFile.Singles("target_weights", [1, 2, 4]),
            Attributes.Integer("n_targets", 1),
        ]);
        graph.Output("y", OnnxTensor.SingleType, 1);
        ForestAssert.IsTheModel(graph.ToArray(), ForestAssert.Pairs);
    }

    [Fact]
    public void AnotherWidthIsRefused()
    {
        string said = ForestAssert.Refusal(ForestFile.Regressor(3, s_stumps), ForestAssert.Pairs);
        Assert.Contains("[n, 2]", said);
        Assert.Contains("x (float [n, 3])", said);
    }

    [Fact]
    public void AForestOfAnotherRecordIsRefused()
    {
        Forest<Two> forest = OnnxForest.Load(ForestFile.Regressor(2, s_stumps), ForestAssert.Pairs);
        Assert.Throws<InvalidSchemaException>(() => OnnxForest.Load(forest.ToOnnx(), new Dataset<Swapped>([new(1, 2)])));
    }

    [Theory]
    [InlineData("feature_names", "[\"a\", \"b\"]")]
    [InlineData("columns", "a, b")]
    public void NamesOfColumnsInAnotherOrderAreRefused(string key, string names)
    {
        GraphWriter graph = new();
        graph.Rename(ForestFile.Trees(graph, graph.Input("x", OnnxTensor.SingleType, 2), [], s_stumps), "y");
        graph.Output("y", OnnxTensor.SingleType, 1);
        byte[] file = graph.ToArray((key, names));

        Assert.Equal(23, OnnxForest.Load(file, ForestAssert.Pairs).Predict(new(1, 2)));
        Assert.Contains("Column 0 of input x (float [n, 2]) of the model is 'a', and Swapped.B fills it", ForestAssert.Refusal(file, new Dataset<Swapped>([new(1, 2)])));
        Assert.Contains("Column 0", Assert.Throws<InvalidModelException>(() => OnnxModel<Swapped>.Load(file)).Message);
    }

    [Theory]
    [InlineData("Abs")]
    [InlineData("Neg")]
    public void WhatChangesNumbersIsRefusedByName(string operation) =>
        Assert.Contains(operation, ForestAssert.Refusal(Before((graph, x) => graph.Node(operation, [x])), ForestAssert.Pairs));

    private static byte[] Before(Func<GraphWriter, string, string> before) => ForestFile.Regressor(2, before, (_, y) => y, s_stumps);

    private static string To(GraphWriter graph, string value, int type) => graph.Node("Cast", [value], Attributes.Integer("to", type));
}
