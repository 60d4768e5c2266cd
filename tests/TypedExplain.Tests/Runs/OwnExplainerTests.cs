using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Runs;

/// <summary>Explanations by methods of users' own are made by public ways, which check them.</summary>
public class OwnExplainerTests
{
    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();
    private static readonly IModel<LoanApplication> s_model = Model.From<LoanApplication>(loan => (2 * loan.Age) + (loan.HasDefaulted ? 5 : 0));
    private static readonly FeatureVector<LoanApplication> s_effects = FeatureVector.Of<LoanApplication>(feature => feature.Name switch { "Age" => 2, "HasDefaulted" => s_loans[0].HasDefaulted ? 5 : -5, _ => 0 });

    [Fact]
    public void TheTrueEffectsMakeTheModelItself()
    {
        Explanation<LoanApplication> explanation = new Own(s_effects).Explain(s_model, s_loans[0]);

        Assert.Equal(2, explanation.Attribution.Age, 1e-12);
        Assert.Equal(s_model.Predict(s_loans[0]), explanation.LocalPrediction, 1e-9);
        Assert.All(s_loans.Rows, loan => Assert.Equal(s_model.Predict(loan), explanation.Predict(loan), 1e-9));
        Assert.Equal(2 * s_loans.Statistics.Deviation[LoanApplicationFeatures.Age], explanation.Standardized.Age, 1e-9);
        Assert.Equal(1, explanation.Queries);
        Assert.StartsWith("score of LoanApplication is", explanation.ToString());
    }

    [Fact]
    public void AConstantThatMissesTheAnswerIsACaveat()
    {
        Own own = new(s_effects);
        Explanation<LoanApplication> hit = own.Explain(s_model, s_loans[0]), missed = Explanation<LoanApplication>.Create(own, s_model, s_loans[0], hit.Prediction, s_effects, s_loans, queries: 1, intercept: hit.Intercept + 3);

        Assert.False(hit.Caveats.HasFlag(Caveats.MissesTheInstance));
        Assert.True(missed.Caveats.HasFlag(Caveats.MissesTheInstance));
        Assert.Contains("at the instance the surrogate is off by 3", missed.ToString());
        Assert.Equal(hit.Caveats, Explanation<LoanApplication>.Create(own, s_model, s_loans[0], hit.Prediction, s_effects, s_loans, queries: 1, intercept: hit.Intercept).Caveats);
    }

    [Fact]
    public void WhatTheLibraryDoesWithExplainersItDoesWithThese()
    {
        Own own = new(s_effects);
        Assert.Equal(s_loans.Count, own.ExplainMany(s_model, s_loans.Rows, together: 7).Results.Count);
        Assert.InRange(new Infidelity<LoanApplication>().Evaluate(own, s_model, s_loans).Mean, 0, 1e-9);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e308)]
    public void EffectsThatAreNotFiniteAreRefusedByName(double effect)
    {
        Own own = new(FeatureVector.Of<LoanApplication>(feature => feature == LoanApplicationFeatures.AnnualIncome ? effect : 0));

        Assert.StartsWith("own gave AnnualIncome the effect", Assert.Throws<NoFitException>(() => own.Explain(s_model, s_loans[0])).Message);
    }

    [Fact]
    public void ARecordOutsideItsSchemaAndWrongNumbersAreRefused()
    {
        Own own = new(s_effects);
        Assert.Throws<InvalidFeatureException>(() => Create(s_loans[0] with { Age = 5 }, 1, 1));
        Assert.Throws<InvalidModelException>(() => Create(s_loans[0], double.NaN, 1));
        Assert.Throws<InvalidOptionException>(() => Create(s_loans[0], 1, -1));
        Assert.Throws<NoFitException>(() => Explanation<LoanApplication>.Create(own, s_model, s_loans[0], 1, s_effects, s_loans, 1, intercept: double.NaN));

        void Create(LoanApplication loan, double prediction, int queries) => _ = Explanation<LoanApplication>.Create(own, s_model, loan, prediction, s_effects, s_loans, queries);
    }

    [Fact]
    public void ContributionsMustSumToTheAnswer()
    {
        KernelShap<LoanApplication> kernel = new() { Background = s_loans };
        FeatureVector<LoanApplication> shares = FeatureVector.Of<LoanApplication>(feature => feature == LoanApplicationFeatures.Age ? 3 : 0);
        ShapValues<LoanApplication> values = ShapValues<LoanApplication>.Create(kernel, s_model, s_loans[0], prediction: 10, baseValue: 7, shares, queries: 2);

        Assert.Equal((3.0, 10.0, 7.0, 2), (values.Contributions.Age, values.Prediction, values.BaseValue, values.Queries));
        Assert.Contains("sum to 11", Assert.Throws<NoFitException>(() => ShapValues<LoanApplication>.Create(kernel, s_model, s_loans[0], 10, 8, shares, 2)).Message);
        Assert.Contains("Age the contribution 3 ± -1", Assert.Throws<NoFitException>(() => ShapValues<LoanApplication>.Create(kernel, s_model, s_loans[0], 10, 7, shares, 2, FeatureVector.Of<LoanApplication>(_ => -1))).Message);
        Assert.Contains("NaN", Assert.Throws<NoFitException>(() => ShapValues<LoanApplication>.Create(kernel, s_model, s_loans[0], 10, double.NaN, shares, 2)).Message);
    }

    private sealed record Own(FeatureVector<LoanApplication> Effects) : IExplainer<LoanApplication>
    {
        public string Name => "own";

        public Run<LoanApplication, Explanation<LoanApplication>> Begin(IModelInfo<LoanApplication> model, LoanApplication instance, CancellationToken cancellation = default) => new(Steps(model, instance));

        private IEnumerable<RunStep<LoanApplication, Explanation<LoanApplication>>> Steps(IModelInfo<LoanApplication> model, LoanApplication instance)
        {
            RowBatch<LoanApplication> asked = new(model, new Dataset<LoanApplication>([instance]).Encoded.Values.ToArray());
            yield return asked;
            FeatureVector<LoanApplication> effects = FeatureVector.Of<LoanApplication>(feature => feature == LoanApplicationFeatures.HasDefaulted && double.IsFinite(Effects[feature]) && Effects[feature] != 0 ? (instance.HasDefaulted ? 5 : -5) : Effects[feature]);
            yield return Explanation<LoanApplication>.Create(this, model, instance, asked.Scores[0], effects, s_loans, queries: 1);
        }
    }
}
