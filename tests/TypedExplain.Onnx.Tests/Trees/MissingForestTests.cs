using TypedExplain.Onnx.Export;
using TypedExplain.Onnx.Files;
using TypedExplain.Onnx.Tests.Support;

namespace TypedExplain.Onnx.Tests.Trees;

/// <summary>A missing value goes the way that a node of the file sends it.</summary>
public class MissingForestTests
{
    private static readonly Dataset<OneMissing> s_rows = new([new(0), new(1), new(null), new(0.5), new(-3)]);

    [Theory]
    [InlineData(false, 3)]
    [InlineData(true, 1)]
    public void GoesWhereTheNodeSays(bool tracksMissing, double expected)
    {
        Forest<OneMissing> forest = ForestAssert.IsTheModel(ForestFile.Regressor(1, new Stump(0, 0.5, 1, 3, TracksMissing: tracksMissing)), s_rows);
        Assert.Equal(expected, forest.Predict(new(null)));
    }

    [Theory]
    [InlineData("BRANCH_LT")]
    [InlineData("BRANCH_GTE")]
    [InlineData("BRANCH_GT")]
    [InlineData("BRANCH_EQ")]
    [InlineData("BRANCH_NEQ")]
    public void GoesWhereEveryComparisonSends(string mode)
    {
        foreach (bool tracks in new[] { false, true })
            ForestAssert.IsTheModel(ForestFile.Regressor(1, new Stump(0, 0.5, 1, 3, mode, tracks), new Stump(0, -2, 10, 20, mode, !tracks)), s_rows);
    }

    [Fact]
    public void IsTrueOnceItIsCastToBool() => ForestAssert.IsTheModel(
        ForestFile.Regressor(1, (graph, x) => graph.Node("Cast", [graph.Node("Cast", [x], Attributes.Integer("to", OnnxTensor.BoolType))], Attributes.Integer("to", OnnxTensor.SingleType)), (_, y) => y, new Stump(0, 0.5, 1, 3)),
        s_rows);

    [Fact]
    public void ContributionsSumToTheAnswer()
    {
        byte[] file = ForestFile.Regressor(1, new Stump(0, 0.5, 1, 3));
        Dataset<OneMissing> background = new([new(0), new(1)]);
        TreeShap<OneMissing> shap = new() { Background = background, Expectation = TreeExpectation.Interventional };

        ShapValues<OneMissing> values = shap.Values(OnnxForest.Load(file, background), new(null));
        Assert.Equal(2, values.BaseValue, 1e-12);
        Assert.Equal(1, FeatureSchema.Of<OneMissing>().Features.Sum(feature => values.Contributions[feature]), 1e-12);
    }

    [Fact]
    public void RecordsInsideMayBeMissingToo()
    {
        Dataset<Missing> rows = new([new(1, new(2), 3), new(null, new(2), 3), new(1, new(null), null), new(1, null, 3), new(null, null, null), new(0, new(0), 0)]);
        GraphWriter graph = new();
        string a = graph.Input("a", OnnxTensor.SingleType, 1), inner = graph.Input("inner_a", OnnxTensor.DoubleType, 1), whole = graph.Input("whole", OnnxTensor.SingleType, 1);
        string x = graph.Node("Concat", [a, graph.Node("Cast", [inner], Attributes.Integer("to", OnnxTensor.SingleType)), whole], Attributes.Integer("axis", 1));
        Stump[] stumps = [new(0, 0.5, 1, 3), new(1, 0.5, 10, 30, TracksMissing: true), new(1, -1, 100, 300), new(2, 0.5, 1000, 3000), new(0, 0.25, 10_000, 30_000, TracksMissing: true)];
        graph.Rename(ForestFile.Trees(graph, x, [], stumps), "y");
        graph.Output("y", OnnxTensor.SingleType, 1);

        ForestAssert.IsTheModel(graph.ToArray(), rows);
    }

    [Fact]
    public void AMatrixMayTakeWhatIsMissing()
    {
        // The second column says so, and the first then holds 0, as it does for a model in code.
        Forest<OneMissing> forest = ForestAssert.IsTheModel(ForestFile.Regressor(2, new Stump(0, 0.5, 1, 3), new Stump(1, 0.5, 10, 20)), s_rows);
        Assert.Equal(21, forest.Predict(new(null)));
    }

    [Fact]
    public void CannotBeAWholeNumber()
    {
        byte[] file = ForestFile.Regressor(1, (graph, x) => graph.Node("Cast", [graph.Node("Cast", [x], Attributes.Integer("to", OnnxTensor.LongType))], Attributes.Integer("to", OnnxTensor.SingleType)), (_, y) => y, new Stump(0, 0.5, 1, 3));
        Assert.Contains("casts OneMissing.A to whole numbers", ForestAssert.Refusal(file, s_rows));
    }
}
