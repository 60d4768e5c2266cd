using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Explainers;

/// <summary>Features that a model is known never to read have the effect 0, whatever samples say.</summary>
public class UnreadFeatureTests
{
    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();
    private static readonly IModel<LoanApplication> s_ages = Shallow();
    private static readonly GaussianNeighborhood<LoanApplication> s_around = new() { Background = s_loans, Samples = 40 };

    public static TheoryData<string> Explainers { get; } = ["LIME", "S-LIME", "LINEX", "MeLIME", "LIME with selection"];

    [Theory]
    [MemberData(nameof(Explainers))]
    public void NoExplainerGivesThemAnEffect(string name)
    {
        IExplainer<LoanApplication> explainer = name switch
        {
            "LIME" => new Lime<LoanApplication> { Neighborhood = s_around },
            "S-LIME" => new SmoothedLime<LoanApplication> { Neighborhood = s_around },
            "LINEX" => new Linex<LoanApplication> { Neighborhood = s_around },
            "MeLIME" => new Melime<LoanApplication> { Neighborhood = s_around, Batches = 3 },
            _ => new Lime<LoanApplication> { Neighborhood = s_around, Selection = FeatureSelection.Forward(2) },
        };
        Explanation<LoanApplication> explanation = explainer.Explain(s_ages, s_loans[3]);
        foreach (Feature<LoanApplication> feature in FeatureSchema.Of<LoanApplication>().Features)
            Assert.Equal(feature.Name == nameof(LoanApplication.Age), explanation.Attribution[feature] != 0);
        Assert.DoesNotContain(explanation.Undecided ?? [], feature => feature.Name != nameof(LoanApplication.Age));
    }

    [Fact]
    public void OneOutputReadsWhatTheModelReads()
    {
        Feature<LoanApplication> income = FeatureSchema.Of<LoanApplication>().Features.First(feature => feature.Name == nameof(LoanApplication.AnnualIncome));
        Assert.False(s_ages.Reads(income));
        Assert.True(Model.From<LoanApplication>(loan => loan.Age).Reads(income));
        Assert.False(new CachedModel<LoanApplication>(s_ages).Reads(income));
    }

    /// <summary>A forest whose target is a function of the age, and whose trees ask about nothing else.</summary>
    private static Forest<LoanApplication> Shallow() =>
        new RandomForest<LoanApplication> { Trees = 5, MaxDepth = 1, Seed = 1 }.Train(s_loans.WithTarget(s_loans.Rows.Select(loan => loan.Age > 40 ? 1.0 : 0)));
}
