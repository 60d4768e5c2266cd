using TypedExplain.Onnx.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Onnx.Tests.Trees;

/// <summary>Trees of a file answer as in the runtime, and their exact values are those of Kernel SHAP, which asks the runtime.</summary>
public class OnnxForestTests
{
    [Theory]
    [InlineData("tree-regressor", "prediction")]
    [InlineData("tree-average", "prediction")]
    [InlineData("tree-equal", "prediction")]
    [InlineData("tree-classifier", "bad", "fair", "good")]
    public void AnswersAsTheRuntime(string name, params string[] outputs)
    {
        Forest<LoanApplication> forest = OnnxForest.Load(Loans.File(name), Loans.Data);
        using OnnxModel<LoanApplication> model = Loans.Load(name);

        Assert.Equal(outputs, forest.Outputs.AsEnumerable());
        Assert.Equal(Scores(model), Scores(forest), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void LogisticIsExplainedByItsLogOdds()
    {
        Forest<LoanApplication> forest = OnnxForest.Load(Loans.File("tree-logistic"), Loans.Data);
        using OnnxModel<LoanApplication> model = Loans.Load("tree-logistic");

        Assert.Equal(["log-odds of yes"], forest.Outputs.AsEnumerable());
        double[] probabilities = Scores(model);
        Assert.Equal(Scores(forest).Select(odds => 1 / (1 + Math.Exp(-odds))), probabilities.Where((_, i) => i % 2 == 1), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Theory]
    [InlineData("tree-regressor")]
    [InlineData("tree-classifier")]
    public void ValuesAreThoseOfKernelShap(string name)
    {
        Forest<LoanApplication> forest = OnnxForest.Load(Loans.File(name), Loans.Data);
        using OnnxModel<LoanApplication> model = Loans.Load(name);
        TreeShap<LoanApplication> trees = new() { Background = Loans.Data, Expectation = TreeExpectation.Interventional };
        KernelShap<LoanApplication> kernel = new() { Background = Loans.Data };

        for (int row = 0; row < 10; row++)
        {
            ShapValues<LoanApplication> exact = trees.Values(forest.Output(forest.Outputs[^1]), Loans.Data[row]);
            ShapValues<LoanApplication> asked = kernel.Values(model.Output(model.Outputs[^1]), Loans.Data[row]);
            Assert.Equal(asked.BaseValue, exact.BaseValue, 1e-6);
            foreach (Feature<LoanApplication> feature in Loans.Features)
                Assert.Equal(asked.Contributions[feature], exact.Contributions[feature], 1e-6);
        }
    }

    [Fact]
    public void PathDependentValuesSumToTheAnswer()
    {
        // A background of one row leaves most nodes unreached.
        foreach (Dataset<LoanApplication> background in new[] { Loans.Data, Loans.Data.Select([0]) })
        {
            Forest<LoanApplication> forest = OnnxForest.Load(Loans.File("tree-regressor"), background);
            for (int row = 0; row < 20; row++)
            {
                ShapValues<LoanApplication> values = new TreeShap<LoanApplication>().Values(forest, Loans.Data[row]);
                Assert.Equal(values.Prediction, values.BaseValue + Loans.Features.Sum(feature => values.Contributions[feature]), 1e-9);
            }

            Assert.Equal(background.Rows.Average(loan => 0.5 + Loans.Trees(loan)), new TreeShap<LoanApplication>().Values(forest, Loans.Data[0]).BaseValue, 1e-5);
        }
    }

    [Theory]
    [InlineData("tree-probit", "PROBIT")]
    [InlineData("tree-scaled", "Scaler")]
    [InlineData("mlp", "0 tree ensembles", "Gemm")]
    public void IsRefused(string name, params string[] said)
    {
        InvalidModelException error = Assert.Throws<InvalidModelException>(() => OnnxForest.Load(Loans.File(name), Loans.Data));
        Assert.All(said, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void AnotherRecordIsRefused()
    {
        InvalidModelException error = Assert.Throws<InvalidModelException>(() => OnnxForest.Load(Loans.File("tree-regressor"), new Dataset<Short>([new(1, 2)])));
        Assert.Contains("[n, 2]", error.Message);
        Assert.Contains("X (float [n, 6])", error.Message);
    }

    [Fact]
    public void CutOffAnywhereIsRefused()
    {
        byte[] whole = File.ReadAllBytes(Loans.File("tree-classifier"));
        for (int length = 0; length < whole.Length - 20; length += 1 + (length / 50))
            Assert.Throws<InvalidModelException>(() => OnnxForest.Load(whole[..length], Loans.Data));
    }

    [Fact]
    public void BytesTurnedOverNeverCrash()
    {
        byte[] whole = File.ReadAllBytes(Loans.File("tree-regressor"));
        for (int i = 0; i < whole.Length; i++)
        {
            byte[] damaged = [.. whole];
            damaged[i] ^= 0x81;
            try
            {
                _ = OnnxForest.Load(damaged, Loans.Data);
            }
            catch (InvalidModelException)
            {
                // As it should be; some damage leaves a model.
            }
        }
    }

    private static double[] Scores(IModel<LoanApplication> model)
    {
        double[] scores = new double[Loans.Data.Count * model.Outputs.Length];
        model.Score(Loans.Data.Encoded, scores);
        return scores;
    }
}

[FeatureRecord]
public sealed partial record Short(double A, double B);
