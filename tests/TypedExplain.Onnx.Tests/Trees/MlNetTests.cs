using TypedExplain.Onnx.Tests.Support;
using TypedExplain.Onnx.Trees.Tracing;

namespace TypedExplain.Onnx.Tests.Trees;

/// <summary>Models as ML.NET exports them, made by eng/onnx/make-mlnet-models.cs: all columns are inputs and outputs, and the trees stand between.</summary>
public class MlNetTests
{
    private static readonly Dataset<Borrower> s_rows = new(Enumerable.Range(0, 150).Select(i => new Borrower(18 + (i * 37 % 70), 10_000 + (i * 7919 % 120_000), i * 613 % 1000 / 100.0)));

    [Theory]
    [InlineData("fasttree-regression", AnswerTransform.None, "prediction")]
    [InlineData("fasttree-binary", AnswerTransform.Logistic, "log-odds of prediction")]
    [InlineData("fasttree-tweedie", AnswerTransform.Exponential, "log of prediction")]
    [InlineData("fasttree-poisson", AnswerTransform.Exponential, "log of prediction")]
    [InlineData("fastforest-regression", AnswerTransform.None, "prediction")]
    [InlineData("fastforest-binary", AnswerTransform.None, "prediction")]
    [InlineData("lightgbm-regression", AnswerTransform.None, "prediction")]
    [InlineData("lightgbm-binary", AnswerTransform.Logistic, "log-odds of prediction")]
    [InlineData("vector-fastforest", AnswerTransform.None, "prediction")]
    public void AnswersAsTheRuntime(string name, object transform, string output)
    {
        Forest<Borrower> forest = ForestAssert.IsTheModel(File(name), s_rows, (AnswerTransform)transform);
        Assert.Equal([output], forest.Outputs.AsEnumerable());
        Assert.True(s_rows.Rows.Select(row => forest.Predict(row)).Distinct().Count() > 10);
    }

    [Fact]
    public void BelowItsSoftmaxAreTheSums() => Assert.Equal(
        ["sum below softmax of 0", "sum below softmax of 1", "sum below softmax of 2"],
        ForestAssert.IsTheModel(File("lightgbm-softmax"), s_rows, AnswerTransform.Softmax).Outputs.AsEnumerable());

    [Theory]
    [InlineData("fasttree-binary")]
    [InlineData("lightgbm-binary")]
    public void TheMarginMayBeNamed(string name) =>
        Assert.Equal(["prediction"], ForestAssert.IsTheModel(File(name), s_rows, options: new() { Output = "Score.output" }).Outputs.AsEnumerable());

    [Fact]
    public void OneVersusAllIsRefusedAndOneOfThemMayBeNamed()
    {
        byte[] file = File("lightgbm-multiclass");
        string said = ForestAssert.Refusal(file, s_rows);
        Assert.Contains("Div '", said);
        Assert.Contains("Name a value below it in Output", said);

        foreach (int one in new[] { 0, 1, 2 })
        {
            Assert.Equal(["log-odds of middle"], OnnxForest.Load(file, s_rows, new() { Output = $"Probability_{one}", Classes = ["middle"] }).Outputs.AsEnumerable());
            Assert.Equal(["prediction"], OnnxForest.Load(file, s_rows, new() { Output = $"Score_{one}" }).Outputs.AsEnumerable());
        }
    }

    [Fact]
    public void WhatIsNotAForestIsRefused() => Assert.Contains("0 tree ensembles", ForestAssert.Refusal(File("poisson-linear"), s_rows));

    [Fact]
    public void TreeShapIsKernelShapOfTheFile()
    {
        Forest<Borrower> forest = OnnxForest.Load(File("fastforest-regression"), s_rows);
        using OnnxModel<Borrower> model = OnnxModel<Borrower>.Load(File("fastforest-regression"));
        ShapValues<Borrower> exact = new TreeShap<Borrower> { Background = s_rows, Expectation = TreeExpectation.Interventional }.Values(forest, s_rows[3]);
        ShapValues<Borrower> asked = new KernelShap<Borrower> { Background = s_rows }.Values(model, s_rows[3]);

        Assert.Equal(asked.BaseValue, exact.BaseValue, 1e-5);
        foreach (Feature<Borrower> feature in FeatureSchema.Of<Borrower>().Features)
            Assert.Equal(asked.Contributions[feature], exact.Contributions[feature], 1e-5);
    }

    private static byte[] File(string name) => System.IO.File.ReadAllBytes(Loans.File("mlnet-" + name));
}

/// <summary>What the models of ML.NET were trained on.</summary>
[FeatureRecord]
public sealed partial record Borrower([Numeric(18, 100)] double Age, [Numeric(0, 500_000)] double Income, [Numeric(0, 10)] double Debt);
