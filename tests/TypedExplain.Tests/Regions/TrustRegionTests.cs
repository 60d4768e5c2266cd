using TypedExplain.Tests.Hidden;
using TypedExplain.Tests.Runs;
using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Regions;

/// <summary>What varies in a trust region, how the search ends, and what it says of itself.</summary>
public class TrustRegionTests
{
    private static readonly Func<double[], double> s_kink = u => 0.5 * Math.Max(0, u[0] - 0.5);
    private static readonly Bent<Bent2> s_bent = new(Bent<Bent2>.Row(0.4), s_kink);
    private static readonly TrustRegionSearch s_search = new() { AnswerSpread = 1 };
    private static readonly Dataset<Mixed> s_mixed = new(Enumerable.Range(0, 60).Select(i => new Mixed(20 + (i % 50), 1000 * (1 + (i % 13)), i % 24, (Grade)(i % 4), i % 5 == 0 ? null : i % 10, i % 2 == 0, (Kind)(i % 2), (i % 10) / 10f, i)));
    private static readonly Lime<Mixed> s_lime = new() { Neighborhood = new GaussianNeighborhood<Mixed> { Background = s_mixed } };

    [Fact]
    public void EveryRowIsLegalAndInTheCubeAndWhatDoesNotVaryIsHeld()
    {
        Mixed instance = s_mixed[0] with { Age = 40, Debt = null };
        List<Mixed> asked = [];
        IModel<Mixed> model = Model.From<Mixed>(mixed =>
        {
            lock (asked)
                asked.Add(mixed);
            return (mixed.Age / 50.0) + (Math.Log(mixed.Income + 1) / 5) + (mixed.Hour / 24) + (int)mixed.Grade + (mixed.Share * 0.1);
        });
        Explanation<Mixed> explanation = s_lime.Explain(model, instance);
        asked.Clear();
        TrustRegion<Mixed> region = explanation.TrustRegion(model, new() { MinimumFidelity = 0, AnswerSpread = 1e6, LargestHalfWidth = 1 });

        Assert.Equal(["Age", "Income", "Hour", "Grade", "Share", "Price"], region.Varied.Select(feature => feature.Name));
        Assert.Equal((1.0, TrustRegionEnd.LargestTried), (region.HalfWidth, region.End));
        Assert.Equal(region.Queries, asked.Count);
        Assert.All(asked, mixed => Assert.Equal((instance.Debt, instance.Married, instance.Kind), (mixed.Debt, mixed.Married, mixed.Kind)));
        Assert.All(asked, mixed =>
        {
            Assert.InRange(mixed.Age, region.Lower.Age, region.Upper.Age);
            Assert.InRange(mixed.Income, region.Lower.Income * 0.99, region.Upper.Income * 1.01);
            Assert.InRange((int)mixed.Grade, region.Lower.Grade, region.Upper.Grade);
            Assert.InRange(mixed.Share, region.Lower.Share - 1e-6, region.Upper.Share + 1e-6);
            Assert.InRange((double)mixed.Price, region.Lower.Price - 0.01, region.Upper.Price + 0.01);
        });
        Assert.Equal(region.Upper.Age, asked.Max(mixed => mixed.Age));
        Assert.Equal(region.Lower.Age, asked.Min(mixed => mixed.Age));
        Assert.Equal((0.0, 1.0), (region.Lower.Grade, region.Upper.Grade));
        Assert.Contains(region.Cut, feature => feature.Name == "Share");
        Assert.True(double.IsNaN(region.Lower.Debt) && double.IsNaN(region.Lower.Married));
        Assert.Equal(new FeatureRange(region.Lower.Age, region.Upper.Age), region[region.Varied[0]]);

        // On the clock the region goes over midnight.
        Assert.True(region.Lower.Hour > region.Upper.Hour);
        Assert.All(asked, mixed => Assert.True(mixed.Hour >= region.Lower.Hour - 1e-9 || mixed.Hour <= region.Upper.Hour + 1e-9));
        Assert.Contains("as far as it goes", region.ToString());
        Assert.Contains("as the instance has them: Debt, ", region.ToString());
    }

    [Fact]
    public void AUnitIsAStandardDeviationOnTheScaleOfTheNumber()
    {
        Mixed instance = s_mixed[7];
        FeatureStatistics<Mixed> statistics = s_mixed.Statistics;
        double own = Math.Log2(instance.Income + 1), deviation = statistics.Deviation.Income;
        IModel<Mixed> model = Model.From<Mixed>(mixed => 1e6 * Math.Max(0, Math.Log2(mixed.Income + 1) - own - (0.6 * deviation)));
        Feature<Mixed> income = FeatureSchema.Of<Mixed>().Features.Single(feature => feature.Name == "Income");
        Explanation<Mixed> flat = Explanation<Mixed>.Create(s_lime, model, instance, 0, FeatureVector.Of<Mixed>(_ => 0), s_mixed, 1);
        TrustRegion<Mixed> region = flat.TrustRegion(model, s_search);

        Assert.InRange(region.HalfWidth, 0.57, 0.6);
        Assert.InRange(region[income].Maximum, Math.Pow(2, own + (0.57 * deviation)) - 1, Math.Pow(2, own + (0.6 * deviation)) - 1);
        Assert.InRange(region[income].Minimum, Math.Pow(2, own - (0.6 * deviation)) - 1, Math.Pow(2, own - (0.57 * deviation)) - 1);
    }

    [Fact]
    public void ARangeEndsTheCubeAndAllOfItMayHold()
    {
        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> linear = Model.From<LoanApplication>(loan => loan.Age * 0.01);
        Explanation<LoanApplication> explanation = new Lime<LoanApplication> { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = loans }, Ridge = 0 }.Explain(linear, loans[0]);
        TrustRegion<LoanApplication> region = explanation.TrustRegion(linear, new() { LargestHalfWidth = 100 });

        Assert.Equal(TrustRegionEnd.EveryLegalRecord, region.End);
        Assert.Equal((18, 100, 0, 500_000), (region.Lower.Age, region.Upper.Age, region.Lower.AnnualIncome, region.Upper.AnnualIncome));
        Assert.True(region.Reaches(1e9));
        Assert.Equal(double.PositiveInfinity, region.FailsAt);
    }

    [Fact]
    public void ItEndsAsItSays()
    {
        Assert.Equal((TrustRegionEnd.LargestTried, 0.3), (Region(s_search with { LargestHalfWidth = 0.3 }).End, Region(s_search with { LargestHalfWidth = 0.3 }).HalfWidth));
        Assert.Contains("a wider region may hold (LargestHalfWidth)", Region(s_search with { LargestHalfWidth = 0.3 }).ToString());

        TrustRegion<Bent2> cut = Region(s_search with { MaxQueries = 500 });
        Assert.Equal(TrustRegionEnd.BudgetSpent, cut.End);
        Assert.InRange(cut.HalfWidth, 0.25, 0.5);
        Assert.InRange(cut.Queries, 1, 500);
        Assert.Contains("MaxQueries is 500", cut.ToString());

        TrustRegion<Bent2> none = Region(s_search with { MaxQueries = 30 });
        Assert.Equal((TrustRegionEnd.BudgetSpent, 0.0), (none.End, none.HalfWidth));
        Assert.Contains("before a cube was known to hold", none.ToString());
        Assert.Contains("nowhere around the instance", none.ToString());

        Bent<Bent2> off = new(s_bent.Instance, u => u[0] == 0 && u[1] == 0 ? 0.2 : 0);
        Explanation<Bent2> missed = Explanation<Bent2>.Create(off, off.Model, off.Instance, off.Explanation.Prediction, s_bent.Explanation.Attribution, Bent<Bent2>.Background, 1, intercept: 2);
        TrustRegion<Bent2> below = missed.TrustRegion(off.Model, s_search);
        Assert.Equal((TrustRegionEnd.BelowAtInstance, 0.0, 0.0, 1), (below.End, below.HalfWidth, below.FailsAt, below.Queries));
        Assert.Equal(0.8, below.FidelityAtInstance, 9);
        Assert.Contains("at the instance itself the fidelity is 0.800", below.ToString());
        Assert.False(below.Reaches(0));

        Bent<Bent2> jump = new(s_bent.Instance, u => u[0] > 0 ? 1 : 0);
        TrustRegion<Bent2> narrow = jump.Explanation.TrustRegion(jump.Model, s_search);
        Assert.Equal((TrustRegionEnd.TooNarrow, 0.0), (narrow.End, narrow.HalfWidth));
        Assert.Contains("right beside the instance", narrow.ToString());
    }

    [Fact]
    public void TooFewSamplesGiveNoBoundAndSayIt()
    {
        TrustRegion<Bent2> region = Region(s_search with { Samples = 19 });
        Assert.Null(region.Bound);
        Assert.False(region.IsBoundMet);
        Assert.Contains("19 samples are too few for a bound over 2 numbers", region.ToString());
        Assert.NotNull(Region(s_search with { Samples = 20 }).Bound);
    }

    [Fact]
    public void AConstantModelHoldsEverywhere()
    {
        IModel<Bent2> constant = Model.From<Bent2>(_ => 3);
        Explanation<Bent2> explanation = new Lime<Bent2> { Neighborhood = new GaussianNeighborhood<Bent2> { Background = Bent<Bent2>.Background } }.Explain(constant, s_bent.Instance);
        foreach (double theta in (double[])[0, 0.9, 1])
            Assert.Equal((4.0, TrustRegionEnd.LargestTried, 1.0), (explanation.TrustRegion(constant, new() { MinimumFidelity = theta }).HalfWidth, explanation.TrustRegion(constant, new() { MinimumFidelity = theta }).End, explanation.TrustRegion(constant, new() { MinimumFidelity = theta }).LeastFidelity));
    }

    [Fact]
    public void AtAFidelityOfOneTheSurrogateIsTheModel()
    {
        Assert.InRange(Region(s_search with { MinimumFidelity = 1 }).HalfWidth, 0.49, 0.5);
        Assert.InRange(Region(s_search with { MinimumFidelity = 0 }).HalfWidth, 2.5 * 0.98, 2.5);
    }

    [Fact]
    public void MoreFidelityIsNeverWiderAndMoreSpreadNeverNarrower()
    {
        double[] widths = [.. new[] { 0.5, 0.7, 0.9, 0.95 }.Select(theta => Region(s_search with { MinimumFidelity = theta }).HalfWidth)];
        Assert.Equal(widths.OrderDescending(), widths);
        Assert.True(Region(s_search with { AnswerSpread = 2 }).HalfWidth > Region(s_search).HalfWidth);
    }

    [Fact]
    public void ProbabilitiesAreComparedAsProbabilities()
    {
        IModel<LoanApplication> model = Model.From<LoanApplication>(loan => 1 / (1 + Math.Exp((60 - loan.Age) / 5.0))).As(OutputKind.Probability);
        Explanation<LoanApplication> explanation = new Lime<LoanApplication> { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = Loans.Load() }, Ridge = 0 }.Explain(model, Loans.Load()[0]);
        TrustRegion<LoanApplication> region = explanation.TrustRegion(model);

        Assert.Equal((LinkFunction.Logit, 1.0), (explanation.Link, region.AnswerSpread));
        Assert.InRange(region.LeastFidelity, 0.9, 1);
    }

    [Fact]
    public void TheSpreadOfOtherAnswersIsMeasured()
    {
        TrustRegion<Bent2> region = Region(new());

        // 0.3·(u₀ − u₁/2·2)… by numbers of the standard deviations 1 and 2: the linear part alone has √(0.3² + 0.3²).
        Assert.InRange(region.AnswerSpread, 0.3, 0.7);
    }

    [Fact]
    public async Task AwaitedInPartsOrAtOnceTheBitsAreTheSame()
    {
        List<int> batches = [];
        TrustRegion<Bent2> region = s_bent.Explanation.TrustRegion(Counted.Of(s_bent.Model, batches), s_search);
        TrustRegion<Bent2> awaited = await s_bent.Explanation.TrustRegionAsync(new LateModel<Bent2>(s_bent.Model), s_search);

        Assert.Equal(region.ToJson(), awaited.ToJson());
        Assert.Equal(region.ToJson(), Explanation<Bent2>.FromJson(s_bent.Explanation.ToJson()).TrustRegion(s_bent.Model, s_search).ToJson());
        Assert.NotEqual(region.ToJson(), Region(s_search with { Seed = 1 }).ToJson());
        Assert.Equal(region.Queries, batches.Sum());

        ExplanationPlan<Bent2> plan = s_bent.Explanation.PlanTrustRegion(s_bent.Model, s_search);
        Assert.InRange(region.Queries, plan.LeastQueries, plan.Queries);
        Assert.InRange(batches.Count, 1, plan.Batches);
        Assert.True(plan.Bytes > 0);
        Assert.StartsWith("trust region: 1 to 20,000 rows in at most ", plan.ToString());
        Assert.Equal((0, "nothing is asked"), (s_bent.Explanation.PlanTrustRegion(s_bent.Model, new() { MaxQueries = 100 }).Queries, s_bent.Explanation.PlanTrustRegion(s_bent.Model, new() { MaxQueries = 100 }).Way.Split(": ")[^1]));
    }

    [Fact]
    public void TextsStayAsTheyAreAndProtectedNumbersAreNotTold()
    {
        Dataset<Patient> patients = Json.Settings.Patients;
        IModel<Patient> model = Model.From<Patient>(patient => (patient.Viral / 1e5) + (patient.Dose * patient.Dose / 50));
        TrustRegion<Patient> region = new Lime<Patient> { Neighborhood = new GaussianNeighborhood<Patient> { Background = patients } }.Explain(model, patients[3]).TrustRegion(model, new() { MinimumFidelity = 0.5 });
        Assert.True(region.HalfWidth > 0);
        string viral = region.Lower.Viral.ToString("0", System.Globalization.CultureInfo.InvariantCulture)[..4];
        Assert.DoesNotContain(viral, region.ToString());
        Assert.Contains("protected", region.ToString());
        Assert.DoesNotContain(viral, region.ToJson(ProtectedValues.Withheld));
        Assert.Contains(viral, region.ToJson());
    }

    [Fact]
    public void Bad()
    {
        Dataset<Ticked> ticked = new([new(true, Kind.New), new(false, Kind.Old)]);
        IModel<Ticked> flags = Model.From<Ticked>(record => record.First ? 1 : 0);
        Explanation<Ticked> none = new Lime<Ticked> { Neighborhood = new GaussianNeighborhood<Ticked> { Background = ticked } }.Explain(flags, ticked[0]);
        Assert.StartsWith("Ticked has no trust region: it is measured over numbers, and here none varies.", Assert.Throws<InvalidOptionException>(() => none.TrustRegion(flags)).Message);

        Assert.Contains("is of an explanation and its own model", Assert.Throws<InvalidModelException>(() => s_bent.Explanation.TrustRegion(Model.From<Bent2>(_ => 77))).Message);
        IModel<Bent2> sometimes = Model.From<Bent2>(row => row == s_bent.Instance || row.Values.AsSpan().SequenceEqual(s_bent.Instance.Values) ? s_bent.Explanation.Prediction : double.NaN);
        Assert.Contains("finite number", Assert.Throws<InvalidModelException>(() => s_bent.Explanation.TrustRegion(sometimes, s_search)).Message);

        foreach (double bad in (double[])[0, -1, double.NaN, double.PositiveInfinity])
        {
            Assert.StartsWith("StartHalfWidth of the trust region is ", Assert.Throws<InvalidOptionException>(() => Region(s_search with { StartHalfWidth = bad })).Message);
            Assert.StartsWith("LargestHalfWidth of the trust region is ", Assert.Throws<InvalidOptionException>(() => Region(s_search with { LargestHalfWidth = bad })).Message);
        }

        foreach (double bad in (double[])[-0.1, 1.1, double.NaN])
            Assert.StartsWith("MinimumFidelity of the trust region is ", Assert.Throws<InvalidOptionException>(() => Region(s_search with { MinimumFidelity = bad })).Message);
        Assert.StartsWith("Strategy of the trust region is 7", Assert.Throws<InvalidOptionException>(() => Region(s_search with { Strategy = (TrustStrategy)7 })).Message);

        using CancellationTokenSource ended = new();
        ended.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => s_bent.Explanation.TrustRegion(s_bent.Model, s_search, ended.Token));
    }

    [Fact]
    public void WithFewerQueriesThanNumbersNothingIsClaimed()
    {
        Bent<Bent10> bent = new(Bent<Bent10>.Row(0.4), s_kink);
        TrustRegion<Bent10> region = bent.Explanation.TrustRegion(bent.Model, s_search with { MaxQueries = 5 });
        Assert.Equal((TrustRegionEnd.BudgetSpent, 0.0, 1), (region.End, region.HalfWidth, region.Queries));
    }

    [Fact]
    public void WhatWasFoundIsKeptWhenTheModelsOwnBudgetIsSpent()
    {
        int left = 500;
        IModel<Bent2> budgeted = Model.FromRows<Bent2>((rows, scores) =>
        {
            left -= rows.Count;
            if (left < 0)
                throw new BudgetExhaustedException("The budget is spent.");
            s_bent.Model.Score(rows, scores);
        });
        TrustRegion<Bent2> region = s_bent.Explanation.TrustRegion(budgeted, s_search);
        Assert.Equal(TrustRegionEnd.BudgetSpent, region.End);
        Assert.InRange(region.HalfWidth, 0.25, 0.5);
        Assert.Throws<BudgetExhaustedException>(() => s_bent.Explanation.TrustRegion(budgeted, s_search));
    }

    private static TrustRegion<Bent2> Region(TrustRegionSearch search) => s_bent.Explanation.TrustRegion(s_bent.Model, search);
}
