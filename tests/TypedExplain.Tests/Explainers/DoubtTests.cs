using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Explainers;

/// <summary>Caveats that a finished surrogate itself gives reason for, and their sentences.</summary>
public class DoubtTests
{
    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();
    private static readonly Lime<LoanApplication> s_lime = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = s_loans, Samples = 200 } };

    [Fact]
    public void ANumberFarFromTheBackgroundIsNamedWithItsDistance()
    {
        FeatureStatistics<LoanApplication> statistics = s_loans.Statistics;
        double mean = statistics.Mean[LoanApplicationFeatures.AnnualIncome], deviation = statistics.Deviation[LoanApplicationFeatures.AnnualIncome];
        LoanApplication far = s_loans[0] with { AnnualIncome = mean + (5.5 * deviation) }, near = s_loans[0] with { AnnualIncome = mean + (4.5 * deviation) };
        IModel<LoanApplication> model = Model.From<LoanApplication>(loan => loan.AnnualIncome * 1e-5);
        Explanation<LoanApplication> explanation = s_lime.Explain(model, far);
        Assert.True(explanation.Caveats.HasFlag(Caveats.FarFromBackground));
        Assert.Contains("  caution: AnnualIncome is 5.5 standard deviations from the background's mean; take a background with records like this one\n", explanation.ToString());
        Assert.False(s_lime.Explain(model, near).Caveats.HasFlag(Caveats.FarFromBackground));
    }

    [Fact]
    public void AMissAtTheInstanceIsToldWithTheErrorAround()
    {
        Explanation<LoanApplication> spiked = s_lime.Explain(Model.From<LoanApplication>(loan => (loan.Age * 0.01) + (loan.Equals(s_loans[0]) ? 1 : 0)), s_loans[0]);
        Assert.True(Math.Abs(spiked.LocalPrediction - spiked.Prediction) > spiked.Fit!.Value.Error);
        Assert.True(spiked.Caveats.HasFlag(Caveats.MissesTheInstance));
        Assert.Contains($"at the instance the surrogate is off by {Math.Abs(spiked.LocalPrediction - spiked.Prediction):0.000}, more than its error of {spiked.Fit.Value.Error:0.000} around it", spiked.ToString());

        Explanation<LoanApplication> straight = (s_lime with { Ridge = 0 }).Explain(Model.From<LoanApplication>(loan => (loan.Age * 0.01) + (loan.HasDefaulted ? 1 : 0)), s_loans[0]);
        Assert.Equal(Caveats.None, straight.Caveats & Caveats.MissesTheInstance);
    }

    [Fact]
    public void AModelThatNeverChangesLeavesNothingToDoubt() =>
        Assert.Equal(Caveats.ConstantModel, s_lime.Explain(Model.From<LoanApplication>(_ => 1), s_loans[0]).Caveats);

    /// <summary>No surrogate is off at the instance by more than it says without a word.</summary>
    [Fact]
    public void NoMissIsSilent()
    {
        Forest<LoanApplication> forest = new RandomForest<LoanApplication> { Trees = 10, Seed = 1 }.Train(s_loans.WithTarget(s_loans.Rows.Select(loan => Math.Sin(loan.Age) + (loan.HasDefaulted ? 1 : 0))));
        int missed = 0;
        foreach (LoanApplication loan in s_loans.Rows.Take(100))
        {
            foreach (LinearExplainer<LoanApplication> explainer in (LinearExplainer<LoanApplication>[])[s_lime, new Linex<LoanApplication> { Neighborhood = s_lime.Neighborhood }])
            {
                Explanation<LoanApplication> explanation = explainer.Explain(forest, loan);
                bool isOff = Math.Abs(explanation.LocalPrediction - explanation.Prediction) > explanation.Fit!.Value.Error;
                Assert.Equal(isOff, explanation.Caveats.HasFlag(Caveats.MissesTheInstance));
                missed += isOff ? 1 : 0;
            }
        }

        Assert.InRange(missed, 1, 199);
    }
}
