using TypedExplain.Onnx.Export;
using TypedExplain.Onnx.Files;
using TypedExplain.Onnx.Tests.Support;
using TypedExplain.Onnx.Trees.Tracing;

namespace TypedExplain.Onnx.Tests.Trees;

/// <summary>What stands behind the trees of a file is a part of the forest, or is named by its outputs, or is refused.</summary>
public class BehindTreesTests
{
    private static readonly Stump[] s_two = [new(0, 0.5, 1, 3), new(1, 0.5, 10, 20)];

    [Fact]
    public void AFactorBehindTheTreesCounts() =>
        Assert.Equal(11.5, ForestAssert.IsTheModel(Behind((graph, y) => graph.Node("Mul", [y, One(graph, 0.5)])), ForestAssert.Pairs).Predict(new(1, 1)));

    [Theory]
    [InlineData("Div", 4.0)]
    [InlineData("Add", -7.25)]
    [InlineData("Sub", 2.5)]
    [InlineData("Mul", -3.0)]
    public void ConstantsBehindTheTreesCount(string operation, double constant)
    {
        ForestAssert.IsTheModel(Behind((graph, y) => graph.Node(operation, [y, One(graph, constant)])), ForestAssert.Pairs);
        if (operation != "Div")
            ForestAssert.IsTheModel(Behind((graph, y) => graph.Node(operation, [One(graph, constant), y])), ForestAssert.Pairs);
    }

    [Fact]
    public void ChainsOfThemCount() => ForestAssert.IsTheModel(
        Behind((graph, y) => graph.Node("Neg", [graph.Node("Identity", [graph.Node("Add", [graph.Node("Mul", [y, One(graph, 0.4)]), One(graph, 1)])])])),
        ForestAssert.Pairs);

    [Fact]
    public void EnsemblesAreAddedUp() => ForestAssert.IsTheModel(
        Behind((graph, y) => graph.Node("Sum", [y, graph.Node("Mul", [ForestFile.Trees(graph, "x", [0.25], new Stump(1, 2, -1, 1)), One(graph, 2)]), y])),
        ForestAssert.Pairs);

    [Fact]
    public void EnsemblesSideBySideAreOutputs()
    {
        GraphWriter graph = new();
        string x = graph.Input("x", OnnxTensor.SingleType, 2), first = ForestFile.Trees(graph, x, [], s_two), second = ForestFile.Trees(graph, x, [1], new Stump(0, 2, 5, 6));
        graph.Rename(graph.Node("Concat", [first, second], Attributes.Integer("axis", 1)), "y");
        graph.Output("y", OnnxTensor.SingleType, 2);

        Forest<Two> forest = ForestAssert.IsTheModel(graph.ToArray(), ForestAssert.Pairs);
        Assert.Equal(["0", "1"], forest.Outputs.AsEnumerable());
    }

    [Fact]
    public void BelowASigmoidAreLogOdds()
    {
        Forest<Two> forest = ForestAssert.IsTheModel(Transformed("Sigmoid", new Stump(0, 0.5, -1, 1)), ForestAssert.Pairs, AnswerTransform.Logistic);
        Assert.Equal(["log-odds of prediction"], forest.Outputs.AsEnumerable());
        Assert.Equal(1, forest.Predict(new(1, 1)));
    }

    [Fact]
    public void BelowAnExponentialIsALogarithm()
    {
        Forest<Two> forest = ForestAssert.IsTheModel(Transformed("Exp", s_two), ForestAssert.Pairs, AnswerTransform.Exponential);
        Assert.Equal(["log of prediction"], forest.Outputs.AsEnumerable());
    }

    [Fact]
    public void BelowASoftmaxAreSums()
    {
        byte[] file = ForestFile.Classifier(3, "SOFTMAX", [], new(0, 0.5, 1, 0, Target: 0), new(0, 0.5, 0, 2, Target: 1), new(1, 0.5, 1, -1, Target: 2));
        Forest<Two> forest = ForestAssert.IsTheModel(file, ForestAssert.Pairs, AnswerTransform.Softmax);
        Assert.Equal(["sum below softmax of 0", "sum below softmax of 1", "sum below softmax of 2"], forest.Outputs.AsEnumerable());
        Assert.Equal([0, 2, -1], ForestAssert.Scores(forest, new Dataset<Two>([new(1, 1)])));
    }

    [Fact]
    public void OneBaseValueIsOfTheFirstOfTwoClasses()
    {
        byte[] file = ForestFile.Classifier(2, "NONE", [0.25], new(0, 0.5, 1, 3, Target: 0), new(0, 0.5, 2, 5, Target: 1));
        Forest<Two> forest = ForestAssert.IsTheModel(file, ForestAssert.Pairs);
        Assert.Equal([3.25, 5], ForestAssert.Scores(forest, new Dataset<Two>([new(1, 0)])));
    }

    [Theory]
    [InlineData("NONE", 0, AnswerTransform.None)]
    [InlineData("NONE", 1, AnswerTransform.None)]
    [InlineData("LOGISTIC", 0, AnswerTransform.Logistic)]
    [InlineData("LOGISTIC", 1, AnswerTransform.Logistic)]
    public void LeavesOfOneClassTellBoth(string transform, int target, object made)
    {
        foreach (double sign in new[] { 1.0, -1.0 })
        {
            Stump[] stumps = [new(0, 0.5, 0.1, sign * 0.4, Target: target), new(1, 0.5, 0.2, 0.3, Target: target)];
            ForestAssert.IsTheModel(ForestFile.Classifier(2, transform, [], stumps), ForestAssert.Pairs, (AnswerTransform)made);
        }
    }

    [Fact]
    public void EveryTargetHasItsBaseValue()
    {
        GraphWriter graph = new();
        string y = ForestFile.Trees(graph, graph.Input("x", OnnxTensor.SingleType, 2), [0.5, 1.5], new Stump(0, 0.5, 1, 3), new Stump(1, 0.5, -1, 4, Target: 1));
        graph.Rename(y, "y");
        graph.Output("y", OnnxTensor.SingleType, 2);

        Forest<Two> forest = ForestAssert.IsTheModel(graph.ToArray(), ForestAssert.Pairs);
        Assert.Equal([3.5, 5.5], ForestAssert.Scores(forest, new Dataset<Two>([new(1, 1)])));
    }

    [Theory]
    [InlineData("Abs")]
    [InlineData("Relu")]
    [InlineData("Tanh")]
    public void EverythingElseIsRefusedByName(string operation)
    {
        string said = ForestAssert.Refusal(Behind((graph, y) => graph.Node(operation, [y])), ForestAssert.Pairs);
        Assert.Contains(operation, said);
        Assert.Contains("KernelShap", said);
    }

    [Fact]
    public void WhatFollowsATransformIsRefusedByName() =>
        Assert.Contains("Add", ForestAssert.Refusal(Behind((graph, y) => graph.Node("Add", [graph.Node("Sigmoid", [y]), One(graph, 1)])), ForestAssert.Pairs));

    [Fact]
    public void AValueBelowMayBeNamed()
    {
        byte[] file = Behind((graph, y) => graph.Node("Abs", [graph.Node("Mul", [y, One(graph, 2)])]));
        string said = ForestAssert.Refusal(file, ForestAssert.Pairs, new() { Output = "no such" });
        Assert.Contains("its trees make v0_trees", said);

        Forest<Two> forest = OnnxForest.Load(file, ForestAssert.Pairs, new() { Output = "v0_trees" });
        Assert.Equal(23, forest.Predict(new(1, 1)));
    }

    private static byte[] Behind(Func<GraphWriter, string, string> behind) => ForestFile.Regressor(2, (_, x) => x, behind, s_two);

    private static byte[] Transformed(string operation, params Stump[] stumps) => ForestFile.Regressor(2, (_, x) => x, (graph, y) => graph.Node(operation, [y]), stumps);

    private static string One(GraphWriter graph, double value) => graph.Singles([(float)value], 1);
}
