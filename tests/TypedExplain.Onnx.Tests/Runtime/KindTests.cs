using TypedExplain.Onnx.Export;
using TypedExplain.Onnx.Files;
using TypedExplain.Onnx.Outputs;
using TypedExplain.Onnx.Tests.Support;
using TypedExplain.Onnx.Trees;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Onnx.Tests.Runtime;

/// <summary>What a model answers with is read off its graph, and decides the scale on which it is explained.</summary>
public class KindTests
{
    [Theory]
    [InlineData("linear", "score")]
    [InlineData("linear-double", "score")]
    [InlineData("columns", "score")]
    [InlineData("logistic", "probability")]
    [InlineData("classifier", "probability")]
    [InlineData("zipmap", "probability")]
    [InlineData("zipmap-numbers", "probability")]
    [InlineData("mlp", "probability")]
    [InlineData("tree-regressor", "score")]
    [InlineData("tree-average", "score")]
    [InlineData("tree-classifier", "probability by 2 votes")]
    [InlineData("tree-logistic", "probability")]
    public void AModelKnowsWhatItAnswersWith(string name, string kind)
    {
        using OnnxModel<LoanApplication> model = Loans.Load(name);
        Assert.All(Enumerable.Range(0, model.Outputs.Length), output => Assert.Equal(kind, model.KindOf(output).ToString()));

        Lime<LoanApplication> lime = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = Loans.Data, Samples = 100 } };
        Explanation<LoanApplication> explanation = lime.Explain(model.Output(model.Outputs[^1]), Loans.Data[3]);
        Assert.Equal(kind == "score" ? LinkFunction.Identity : LinkFunction.Logit, explanation.Link);
        Assert.Equal(kind, explanation.Kind.ToString());
    }

    [Theory]
    [InlineData("mlnet-fasttree-regression", null, "score")]
    [InlineData("mlnet-fasttree-binary", null, "probability")]
    [InlineData("mlnet-fasttree-binary", "Score.output", "score")]
    [InlineData("mlnet-fasttree-tweedie", null, "score")]
    [InlineData("mlnet-fastforest-binary", null, "score")]
    [InlineData("mlnet-lightgbm-binary", null, "probability")]
    [InlineData("mlnet-lightgbm-softmax", null, "probability")]
    [InlineData("mlnet-lightgbm-multiclass", null, "probability")]
    [InlineData("mlnet-lightgbm-regression", null, "score")]
    [InlineData("mlnet-poisson-linear", null, "score")]
    [InlineData("tree-probit", null, "score")]
    public void AValueOfAGraphIsWhatMakesIt(string name, string? output, string kind)
    {
        OnnxGraph graph = OnnxGraph.Read(File.ReadAllBytes(Loans.File(name)));
        Assert.Equal(kind, OutputKinds.Of(graph, output ?? Scores(graph)).ToString());

        static string Scores(OnnxGraph graph) => graph.Nodes.Exists(node => node.Operator.StartsWith("TreeEnsemble", StringComparison.Ordinal))
            ? ForestOutput.Choose(graph, null)
            : graph.Outputs.Select(own => own.Name).First(own => own.Contains("Score", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("tree-regressor", "score")]
    [InlineData("tree-classifier", "probability by 2 votes")]
    [InlineData("tree-logistic", "log odds")]
    public void AForestKnowsWhatItsSumsAre(string name, string kind) =>
        Assert.Equal(kind, OnnxForest.Load(Loans.File(name), Loans.Data).KindOf(0).ToString());

    [Fact]
    public void ShapleyValuesOfLogOddsAreToldAsAProbability()
    {
        Forest<LoanApplication> forest = OnnxForest.Load(Loans.File("tree-logistic"), Loans.Data);
        using OnnxModel<LoanApplication> model = Loans.Load("tree-logistic");
        string text = new TreeShap<LoanApplication>().Values(forest, Loans.Data[0]).ToString();
        Assert.Contains(FormattableString.Invariant($"\n  as a probability {model.Output("yes").Predict(Loans.Data[0]):0.000}, from 0."), text);
    }

    [Theory]
    [InlineData("NONE", "score", 0.0)]
    [InlineData("NONE", "probability by 2 votes", 0.4)]
    [InlineData("LOGISTIC", "probability", 0.0)]
    [InlineData("PROBIT", "score", 0.4)]
    public void SumsOfAClassifierAreSharesOnlyWhereTheyAddUpToOne(string transform, string kind, double least)
    {
        // Two classes whose leaves hold 0.4 and 0.1 for one and the other or the reverse; or which also hold less than nothing.
        Stump[] stumps =
        [
            new(0, 0.5, least == 0 ? -0.4 : 0.4, 0.1), new(0, 0.5, 0.1, 0.4, Target: 1),
            new(1, 0.5, 0.4, 0.1), new(1, 0.5, 0.1, 0.4, Target: 1),
        ];
        OnnxGraph graph = OnnxGraph.Read(ForestFile.Classifier(2, transform, [], stumps));
        Assert.Equal(kind, OutputKinds.Of(graph, "scores").ToString());
        Assert.Equal(OutputKind.Score, OutputKinds.Of(graph, "label"));
        Assert.Equal(OutputKind.Score, OutputKinds.Of(OnnxGraph.Read(ForestFile.Classifier(2, "NONE", [0.1, 0.1], stumps)), "scores"));
    }

    [Theory]
    [InlineData("Sigmoid", true)]
    [InlineData("Softmax", true)]
    [InlineData("Exp", false)]
    [InlineData("Relu", false)]
    public void WhatStandsBehindAProbabilityMayRenameItButNotChangeIt(string made, bool isProbability)
    {
        OutputKind expected = isProbability ? OutputKind.Probability : OutputKind.Score;
        Assert.Equal(expected, Of((graph, p) => p));
        Assert.Equal(expected, Of((graph, p) => graph.Node("Identity", [graph.Node("Flatten", [p])])));
        Assert.Equal(expected, Of((graph, p) => graph.Node("Sub", [graph.Numbers([1], 1), p])));
        Assert.Equal(expected, Of((graph, p) => graph.Node("Concat", [graph.Node("Sub", [graph.Singles([1f], 1), p]), p], Attributes.Integer("axis", 1))));
        Assert.Equal(expected, Of((graph, p) => graph.Node("Normalizer", [p], Attributes.Text("norm", "L1"))));
        Assert.Equal(OutputKind.Score, Of((graph, p) => graph.Node("Normalizer", [p], Attributes.Text("norm", "L2"))));
        Assert.Equal(OutputKind.Score, Of((graph, p) => graph.Node("Sub", [graph.Numbers([2], 1), p])));
        Assert.Equal(OutputKind.Score, Of((graph, p) => graph.Node("Mul", [p, graph.Numbers([100], 1)])));
        Assert.Equal(OutputKind.Score, Of((graph, p) => graph.Node("Log", [p])));
        Assert.Equal(OutputKind.Score, Of((graph, p) => graph.Node("Concat", [graph.Node("Mul", [p, graph.Numbers([100], 1)]), p], Attributes.Integer("axis", 1))));

        OutputKind Of(Func<GraphWriter, string, string> behind)
        {
            GraphWriter graph = new();
            string value = behind(graph, graph.Node(made, [graph.Input("x", OnnxTensor.SingleType, 1)]));
            graph.Rename(value, "y");
            graph.Output("y", OnnxTensor.SingleType, 1);
            return OutputKinds.Of(OnnxGraph.Read(graph.ToArray()), "y");
        }
    }

    [Fact]
    public void AModelMaySayOtherwise()
    {
        using OnnxModel<LoanApplication> model = Loans.Load("logistic");
        Assert.Equal(OutputKind.Score, model.As(OutputKind.Score).KindOf(0));
        using Microsoft.ML.OnnxRuntime.InferenceSession session = new(Loans.File("logistic"));
        using OnnxModel<LoanApplication> of = OnnxModel<LoanApplication>.Of(session);
        Assert.Equal(OutputKind.Score, of.KindOf(0));
    }
}
