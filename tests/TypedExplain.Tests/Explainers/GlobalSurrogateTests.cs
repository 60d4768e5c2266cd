using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Explainers;

/// <summary>The baseline of global importance: one regression over the whole background.</summary>
public class GlobalSurrogateTests
{
    private static readonly Dataset<Seven> s_rows = new(Enumerable.Range(0, 60).Select(Row));
    private static readonly IModel<Seven> s_linear = Model.From<Seven>(row => 2 + (3 * row.Values[1]) - row.Values[4]);
    private static readonly IModel<Seven> s_curved = Model.From<Seven>(row => Math.Sin(row.Values[0]) + (row.Values[1] * row.Values[2]));

    [Fact]
    public void ALinearModelGetsItsOwnWeights()
    {
        FittedGlobalSurrogate<Seven> global = new GlobalSurrogate<Seven> { Background = s_rows, Ridge = 0 }.Fit(s_linear);
        Explanation<Seven> explanation = global.Explain(s_linear, s_rows[3]);
        double[] expected = [0, 3, 0, 0, -1, 0, 0];
        for (int j = 0; j < expected.Length; j++)
            Assert.Equal(expected[j], explanation.Attribution.AsSpan()[j], 1e-10);
        Assert.Equal(2, explanation.Intercept, 1e-10);
        Assert.Equal(1, explanation.Queries);
        Assert.Equal(60, global.Queries);
    }

    [Fact]
    public void EveryInstanceGetsTheSameEffects()
    {
        FittedGlobalSurrogate<Seven> global = new GlobalSurrogate<Seven> { Background = s_rows }.Fit(s_curved);
        double[] first = global.Explain(s_curved, s_rows[0]).Attribution.AsSpan().ToArray();
        Assert.Contains(first, effect => effect != 0);
        Assert.All(s_rows.Rows, row => Assert.Equal(first, global.Explain(s_curved, row).Attribution.AsSpan().ToArray()));
        Assert.Equal(0, new CoefficientInconsistency<Seven>().Evaluate(global, s_curved, s_rows).Mean);
    }

    [Fact]
    public void ItIsTheRegressionOfTheAnswers()
    {
        Explanation<Seven> explanation = new GlobalSurrogate<Seven> { Background = s_rows, Ridge = 0 }.Fit(s_curved).Explain(s_curved, s_rows[5]);

        // Least squares: residuals are orthogonal to every column, and to the constant.
        for (int j = -1; j < 7; j++)
            Assert.Equal(0, s_rows.Rows.Sum(row => (Answer(row) - explanation.Predict(row)) * (j < 0 ? 1 : row.Values[j])), 1e-9);

        static double Answer(Seven row) => Math.Sin(row.Values[0]) + (row.Values[1] * row.Values[2]);
    }

    [Fact]
    public void AConstantModelHasNoEffects()
    {
        IModel<LoanApplication> constant = Model.From<LoanApplication>(_ => 0.1);
        Explanation<LoanApplication> explanation = new GlobalSurrogate<LoanApplication> { Background = Loans.Load() }.Fit(constant).Explain(constant, Loans.Load()[0]);
        Assert.All(explanation.Attribution.AsSpan().ToArray(), effect => Assert.Equal(0, effect));
        Assert.Equal(Caveats.ConstantModel, explanation.Caveats);
        Assert.Equal(0.1, explanation.LocalPrediction);
    }

    [Fact]
    public void TheFittedModelNeedsNotBeNamedAndAnotherIsFoundOut()
    {
        FittedGlobalSurrogate<Seven> fitted = new GlobalSurrogate<Seven> { Background = s_rows }.Fit(s_curved);
        Explanation<Seven> explanation = fitted.Explain(s_rows[3]), same = fitted.Explain(Model.FromRows<Seven>(s_curved.Score), s_rows[3]);
        Assert.Equal(explanation.Attribution.AsSpan().ToArray(), same.Attribution.AsSpan().ToArray());
        Assert.Equal((1, 2), (explanation.Queries, same.Queries));

        InvalidModelException thrown = Assert.Throws<InvalidModelException>(() => fitted.Explain(s_linear, s_rows[3]));
        Assert.Contains("it is another model", thrown.Message);
        Assert.EndsWith("Fit the global surrogate to the model that is to be explained.", thrown.Message);
    }

    [Fact]
    public void BadRidge() => Assert.Equal(
        "Ridge of the global surrogate is -1; it must be 0 or more.",
        Assert.Throws<InvalidOptionException>(() => new GlobalSurrogate<Seven> { Background = s_rows, Ridge = -1 }.Fit(s_linear)).Message);

    private static Seven Row(int i) => new([.. Enumerable.Range(0, 7).Select(j => ((i * (j + 3) * 37) % (101 + j)) / 25.0)]);
}
