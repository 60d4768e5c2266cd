using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Models;

/// <summary>Linear and logistic models: what they answer, what they read, which they are.</summary>
public class LinearModelTests
{
    // Age, income, three homes, default.
    private static readonly double[] s_coefficients = [0.5, 1e-4, 0, 1, -2, -3];

    private static readonly LoanApplication s_loan = new(40, 50_000, Housing.Own, true);

    [Fact]
    public void TheAnswerIsTheWeightedSumOfTheColumns()
    {
        LinearModel<LoanApplication> model = Model.Linear<LoanApplication>(7, s_coefficients);

        Assert.Equal(7 + 20 + 5 - 2 - 3, model.Predict(s_loan), 12);
        Assert.Equal(7 + 20 + 5 + 1, model.Predict(s_loan with { Housing = Housing.Mortgage, HasDefaulted = false }), 12);
        Assert.Equal(OutputKind.Score, model.KindOf(0));
        Assert.Equal("linear model of LoanApplication", model.ToString());
    }

    [Fact]
    public void AProbabilityHasTheSumAsLogOdds()
    {
        LinearModel<LoanApplication> model = Model.Logistic<LoanApplication>(-26, s_coefficients);

        Assert.Equal(1 / (1 + Math.Exp(6)), model.Predict(s_loan), 12);
        Assert.True(model.KindOf(0).IsProbability && model.IsLogistic);
    }

    [Fact]
    public void OnlyFeaturesWithACoefficientAreRead()
    {
        LinearModel<LoanApplication> model = Model.Linear<LoanApplication>(0, [0, 1e-4, 0, 0, -2, 0]);
        Assert.Equal([false, true, true, false], FeatureSchema.Of<LoanApplication>().Features.Select(model.Reads));
        LinearModel<MissingNumbers> missing = Model.Linear<MissingNumbers>(0, FeatureSchema.Of<MissingNumbers>().Features.Select((_, i) => i == 0 ? 1.0 : 0));
        Assert.True(missing.Reads(FeatureSchema.Of<MissingNumbers>().Features.First(feature => feature.Kind == FeatureKind.Missing)));
    }

    [Fact]
    public void ShapleyValuesAreTheTermsOfTheSum()
    {
        Dataset<LoanApplication> background = Support.Loans.Load();
        ShapValues<LoanApplication> values = new KernelShap<LoanApplication> { Background = background }.Values(Model.Linear<LoanApplication>(7, s_coefficients), s_loan);
        Assert.Equal(0.5 * (40 - background.Rows.Average(loan => loan.Age)), values.Contributions.Age, 9);
        Assert.Equal(-3 * (1 - background.Rows.Average(loan => loan.HasDefaulted ? 1.0 : 0)), values.Contributions.HasDefaulted, 9);
    }

    [Fact]
    public void ItIsIdentifiedByItsNumbers()
    {
        string one = Model.Linear<LoanApplication>(7, s_coefficients).Identity.Sha256;
        Assert.Equal(one, Model.Linear<LoanApplication>(7, s_coefficients).Identity.Sha256);
        Assert.NotEqual(one, Model.Linear<LoanApplication>(8, s_coefficients).Identity.Sha256);
        Assert.NotEqual(one, Model.Linear<LoanApplication>(7, [0.5, 1e-4, 0, 1, -2, -4]).Identity.Sha256);
        Assert.NotEqual(one, Model.Logistic<LoanApplication>(7, s_coefficients).Identity.Sha256);
    }

    [Fact]
    public void CoefficientsThatDoNotFitAreRefused()
    {
        Assert.Contains("2 coefficients were given for LoanApplication, whose rows have 6 columns", Assert.Throws<InvalidModelException>(() => Model.Linear<LoanApplication>(0, [1, 2])).Message);
        Assert.Contains("The coefficient of column 1 of LoanApplication is NaN", Assert.Throws<InvalidModelException>(() => Model.Logistic<LoanApplication>(0, [0, double.NaN, 0, 0, 0, 0])).Message);
        Assert.Contains("The constant of a linear model of LoanApplication is", Assert.Throws<InvalidModelException>(() => Model.Linear<LoanApplication>(double.PositiveInfinity, s_coefficients)).Message);
    }
}
