using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Explainers;

/// <summary>Intervals of effects, what is told from 0, and how far the order of reasons is told.</summary>
public class IntervalTests
{
    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();
    private static readonly IModel<LoanApplication> s_model = Analytic.Smooth<LoanApplication>();
    private static readonly FeatureSchema<LoanApplication> s_schema = FeatureSchema.Of<LoanApplication>();

    public static TheoryData<string, int, SamplingDesign> Methods { get; } = new()
    {
        { "LIME", 100, SamplingDesign.Independent },
        { "LIME", 100, SamplingDesign.AntitheticPairs },
        { "LIME", 1000, SamplingDesign.Independent },
        { "LIME", 1000, SamplingDesign.AntitheticPairs },
        { "S-LIME", 300, SamplingDesign.AntitheticPairs },
        { "LINEX", 100, SamplingDesign.Independent },
        { "LINEX", 300, SamplingDesign.AntitheticPairs },
        { "LINEX", 500, SamplingDesign.OrthogonalPairs },
    };

    [Theory]
    [MemberData(nameof(Methods))]
    public void IntervalsHoldWhatEndlessSamplesWouldGive(string method, int samples, SamplingDesign design)
    {
        int held = 0, all = 0;
        foreach (LoanApplication loan in s_loans.Rows.Take(4))
        {
            GaussianNeighborhood<LoanApplication> around = new() { Background = s_loans, Samples = samples, Design = design };
            Explanation<LoanApplication> limit = new Lime<LoanApplication> { Neighborhood = around with { Samples = 100_001, Design = SamplingDesign.Independent }, Ridge = 0, Seed = -1 }.Explain(s_model, loan);
            for (int seed = 0; seed < 120; seed++)
            {
                Explanation<LoanApplication> explanation = Of(method, around, seed).Explain(s_model, loan);
                foreach (Feature<LoanApplication> feature in s_schema.Features)
                {
                    all++;
                    held += explanation.Intervals!.Lower[feature] <= limit.Standardized[feature] && limit.Standardized[feature] <= explanation.Intervals.Upper[feature] ? 1 : 0;
                }
            }
        }

        Assert.InRange(held / (double)all, 0.93, 0.97);
    }

    [Fact]
    public void TheIntervalInAFeaturesOwnUnitHoldsItsEffect()
    {
        Explanation<LoanApplication> explanation = Of("LINEX", new() { Background = s_loans, Samples = 200 }, 1).Explain(s_model, s_loans[0]);
        foreach (Feature<LoanApplication> feature in s_schema.Features)
        {
            (double lower, double upper) = explanation.Intervals!.Of(feature);
            Assert.InRange(explanation.Attribution[feature], lower, upper);
            Assert.Equal(explanation.Intervals.Upper[feature] - explanation.Intervals.Lower[feature], (upper - lower) * explanation.Standardized[feature] / explanation.Attribution[feature], 12);
        }
    }

    [Fact]
    public void AFlagThatNoSampleTurnsRoundIsNotToldToBeWithoutEffect()
    {
        // Only 1 of 5 neighbors turns a flag, and none by chance.
        GaussianNeighborhood<LoanApplication> around = new() { Background = s_loans, Samples = 12, Radius = 0.02 };
        Explanation<LoanApplication> explanation = Of("LIME", around, 0).Explain(s_model, s_loans[0]);
        Feature<LoanApplication> flag = s_schema.Features.First(feature => feature.Kind == FeatureKind.Flag);
        Assert.Equal(0, explanation.Standardized[flag]);
        Assert.Equal((double.NegativeInfinity, double.PositiveInfinity), explanation.Intervals!.Of(flag));
        Assert.Contains(flag.Name, explanation.Undecided!.Select(feature => feature.Name));
        Assert.True(explanation.Caveats.HasFlag(Caveats.OrderUndecided));
    }

    [Fact]
    public void AFeatureThatIsNotReadIsToldToHaveAnEffectOnceInAHundredAtMost()
    {
        IModel<LoanApplication> ages = Model.From<LoanApplication>(loan => Math.Sin(loan.Age / 5.0));
        int told = 0;
        for (int seed = 0; seed < 500; seed++)
        {
            Explanation<LoanApplication> explanation = Of("LIME", new() { Background = s_loans, Samples = 100 }, seed).Explain(ages, s_loans[seed % 20]);
            told += explanation.Undecided!.Count(feature => feature.Name != nameof(LoanApplication.Age)) < s_schema.Features.Length - 1 ? 1 : 0;
        }

        Assert.InRange(told, 0, 10);
    }

    [Fact]
    public void EffectsThatAreAlikeHaveNoOrderAndOthersHave()
    {
        IModel<LoanApplication> alike = Model.From<LoanApplication>(loan => (loan.HasDefaulted ? 1 : 0) + (Math.Sin(loan.Age) * 0.3) + (loan.Housing == Housing.Rent ? 1 : 0));
        LoanApplication renter = s_loans.Rows.First(loan => loan.Housing == Housing.Rent);
        Explanation<LoanApplication> explanation = Of("LIME", new() { Background = s_loans, Samples = 400, Design = SamplingDesign.Independent }, 0).Explain(alike, renter);
        Assert.Equal([nameof(LoanApplication.HasDefaulted), nameof(LoanApplication.Housing)], explanation.RankedGroups![0].Select(feature => feature.Name).Order());
        Assert.True(explanation.Caveats.HasFlag(Caveats.OrderUndecided));
        Assert.Contains("  caution: which 3 features come first is not decided between AnnualIncome and Age; draw more samples", explanation.ToString());

        IModel<LoanApplication> apart = Model.From<LoanApplication>(loan => (loan.HasDefaulted ? 4 : 0) + (loan.Age * 0.1) + (loan.Housing == Housing.Rent ? 0.2 : 0));
        explanation = Of("LIME", new() { Background = s_loans, Samples = 400, Design = SamplingDesign.Independent }, 0).Explain(apart, renter);
        Assert.Equal([nameof(LoanApplication.HasDefaulted), nameof(LoanApplication.Age), nameof(LoanApplication.Housing)], explanation.RankedGroups!.Take(3).Select(group => Assert.Single(group).Name));
        Assert.False(explanation.Caveats.HasFlag(Caveats.OrderUndecided));
    }

    [Fact]
    public void ThereAreNoneWhereTheExplainerIsToldToLeaveThemOut()
    {
        Explanation<LoanApplication> explanation = (Of("LIME", new() { Background = s_loans }, 0) with { StandardErrors = false }).Explain(s_model, s_loans[0]);
        Assert.Null(explanation.StandardErrors);
        Assert.Null(explanation.Intervals);
        Assert.Null(explanation.Undecided);
        Assert.Null(explanation.RankedGroups);
        Assert.DoesNotContain("[", explanation.ToString());
    }

    private static LinearExplainer<LoanApplication> Of(string method, GaussianNeighborhood<LoanApplication> around, int seed) => method switch
    {
        "LIME" => new Lime<LoanApplication> { Neighborhood = around, Seed = seed },
        "S-LIME" => new SmoothedLime<LoanApplication> { Neighborhood = around, Seed = seed },
        _ => new Linex<LoanApplication> { Neighborhood = around, Seed = seed, Redraws = null },
    };
}
