using TypedExplain.Tests.Runs;
using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Global;

/// <summary>Global explanations as runs: awaited, stopped, told about, planned, and the same each time.</summary>
public partial class GlobalRunTests
{
    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();
    private static readonly Dataset<LoanApplication> s_rated = s_loans.WithTarget(s_loans.Rows.Select(loan => Loans.Score(loan) + (loan.Age % 3 / 10.0)));
    private static readonly IModel<LoanApplication> s_model = Model.From<LoanApplication>(Loans.Score);
    private static readonly PartialDependence<LoanApplication> s_dependence = new() { Background = s_loans };
    private static readonly AccumulatedLocalEffects<LoanApplication> s_accumulated = new() { Background = s_loans };
    private static readonly InteractionStrength<LoanApplication> s_interactions = new() { Background = s_loans, WithPairs = true };

    [Fact]
    public async Task AnAwaitedModelGivesTheSame()
    {
        LateModel<LoanApplication> late = new(s_model);
        Assert.Equal(s_dependence.Of(s_model, LoanApplicationFeatures.Age).ToString(), (await s_dependence.OfAsync(late, LoanApplicationFeatures.Age)).ToString());
        Assert.Equal(s_dependence.Of(s_model, LoanApplicationFeatures.Age, LoanApplicationFeatures.Housing).ToString(), (await s_dependence.OfAsync(late, LoanApplicationFeatures.Age, LoanApplicationFeatures.Housing)).ToString());
        Assert.Equal(s_accumulated.Of(s_model, LoanApplicationFeatures.Age).ToString(), (await s_accumulated.OfAsync(late, LoanApplicationFeatures.Age)).ToString());
        Assert.Equal(s_accumulated.Of(s_model, LoanApplicationFeatures.Age, LoanApplicationFeatures.AnnualIncome).ToString(), (await s_accumulated.OfAsync(late, LoanApplicationFeatures.Age, LoanApplicationFeatures.AnnualIncome)).ToString());
        Assert.Equal(s_interactions.Measure(s_model).ToString(), (await s_interactions.MeasureAsync(late)).ToString());
        Assert.Equal(new PermutationImportance<LoanApplication>().Measure(s_model, s_rated).ToString(), (await new PermutationImportance<LoanApplication>().MeasureAsync(late, s_rated)).ToString());
    }

    [Fact]
    public void WhoeverEndsTheWorkDoesNotWaitForABatch()
    {
        foreach (Action<IModel<LoanApplication>, CancellationToken> work in (Action<IModel<LoanApplication>, CancellationToken>[])
            [
                (model, end) => s_dependence.Of(model, LoanApplicationFeatures.Age, null, end),
                (model, end) => s_accumulated.Of(model, LoanApplicationFeatures.Age, null, end),
                (model, end) => new PermutationImportance<LoanApplication>().Measure(model, s_rated, null, end),
                (model, end) => s_interactions.Measure(model, null, end),
            ])
        {
            using CancellationTokenSource end = new();
            int asked = 0;
            IModel<LoanApplication> model = Model.From<LoanApplication>(loan =>
            {
                if (++asked == 30)
                    end.Cancel();
                return loan.Age;
            });
            Assert.Throws<OperationCanceledException>(() => work(model, end.Token));
            Assert.Equal(30, asked);
        }
    }

    [Fact]
    public void ProgressEndsWithThePlan()
    {
        List<GlobalProgress> told = [];
        PermutationImportance<LoanApplication> method = new() { Repeats = 100 };
        FeatureImportances<LoanApplication> found = method.Measure(s_model, s_rated, new Told(told));
        GlobalPlan plan = method.Plan(s_model, s_rated);
        Assert.Equal((plan.Batches, plan.Queries, plan.Queries), (told.Count, told[^1].Queries, told[^1].Total));
        Assert.True(plan.Batches > 1);
        Assert.Equal(1, told[^1].Share);
        Assert.Equal(found.Queries, plan.Queries);
        Assert.True(plan.IsWithin(new QueryBudget { MaxRows = plan.Queries }));
        Assert.False(plan.IsWithin(new QueryBudget { MaxRows = plan.Queries - 1 }));
    }

    [Fact]
    public void TheSeedDecides()
    {
        Assert.Equal(Increases(1), Increases(1));
        Assert.NotEqual(Increases(1), Increases(2));

        static double[] Increases(int seed) => [.. new PermutationImportance<LoanApplication> { Seed = seed }.Measure(s_model, s_rated).All.Select(one => one.Increase)];
    }

    [Fact]
    public void GroupsArePermutedTogether()
    {
        FeatureGroup<LoanApplication> money = new("money", LoanApplicationFeatures.AnnualIncome, LoanApplicationFeatures.Housing), age = new("age", LoanApplicationFeatures.Age);
        FeatureImportances<LoanApplication> found = new PermutationImportance<LoanApplication> { Groups = [money, age] }.Measure(s_model, s_rated);
        Assert.Equal(["money", "age"], found.All.Select(one => one.Name));
        Assert.Throws<InvalidOptionException>(() => found[LoanApplicationFeatures.Housing]);
        Assert.Equal(0, new PermutationImportance<LoanApplication> { Groups = [age] }.Measure(Model.From<LoanApplication>(loan => loan.AnnualIncome), s_rated).All[0].Increase);
    }

    [Fact]
    public void ASurrogateOfALinearModelFitsAndOneOfAWaveDoesNot()
    {
        Dataset<Place> points = new(Enumerable.Range(0, 200).Select(i => new Place(i % 20, i / 20)));
        FittedGlobalSurrogate<Place> exact = new GlobalSurrogate<Place> { Background = points, Ridge = 0 }.Fit(Model.From<Place>(point => 3 + (2 * point.X) - point.Y));
        Assert.Equal(1, exact.Fidelity().R2, 1e-9);
        Assert.Equal(0, exact.Fidelity(new Dataset<Place>([new(100, 7), new(-5, 2)])).RootMeanSquareError, 1e-6);
        FittedGlobalSurrogate<Place> wave = new GlobalSurrogate<Place> { Background = points }.Fit(Model.From<Place>(point => Math.Sin(point.X)));
        Assert.True(wave.Fidelity().IsPoor);
        Assert.Contains("poor", wave.Fidelity().ToString());
        Assert.Equal(wave.Explain(points[3]).Fit!.Value.R2, wave.Fidelity().R2, 1e-9);
        Assert.Equal(wave.Fidelity().R2, wave.Fidelity(points).R2, 1e-12);
    }

    [FeatureRecord]
    public sealed partial record Place(double X, double Y);

    private sealed class Told(List<GlobalProgress> told) : IProgress<GlobalProgress>
    {
        public void Report(GlobalProgress value) => told.Add(value);
    }
}
