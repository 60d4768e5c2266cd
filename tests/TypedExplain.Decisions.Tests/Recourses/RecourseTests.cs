using TypedExplain.Decisions.Tests.Support;

namespace TypedExplain.Decisions.Tests.Recourses;

/// <summary>What a person is told of recourse: which changes, what moves with them, and how far to rely on it.</summary>
public class RecourseTests
{
    [Fact]
    public void AFeatureMovesWithTheOneThatIsChanged()
    {
        Found<Borrower> found = Find(one => one.Age + (10 * one.YearsAtJob), answer => answer >= 80);

        Assert.Equal(Borrower.One with { YearsAtJob = 4, Age = 42 }, found.Action.After);
        Assert.Equal("Borrower { Age: 40 → 42, YearsAtJob: 2 → 4 } at cost 4, answer 82", found.Action.ToString());
        Assert.Equal([true, false], found.Action.Changes.Select(change => change.IsConsequence));
        Assert.Equal([0, 2], found.Action.Changes.Select(change => change.Steps));
    }

    [Fact]
    public void StepsHaveAnEnd() =>
        Assert.Equal(8, Assert.IsType<NoRecourse<Waiting>>(new Recourse<Waiting> { Wanted = answer => answer >= 9 }.Find(Model.From<Waiting>(one => one.Years + one.Months), new Waiting(1, 2))).Best!.Answer);

    [Fact]
    public void WhatIsWithinAnotherFeatureGoesDownWithIt()
    {
        // One card only: the arrears of two cannot stay.
        Found<Borrower> found = Find(one => -one.Cards, answer => answer >= -1);
        Assert.Equal(Borrower.One with { Cards = 1, CardsInArrears = 1 }, found.Action.After);
        Assert.Equal(4, found.Action.Cost);
    }

    [Fact]
    public void DigitsAreThoseThatAPersonWrites()
    {
        Found<Borrower> found = Find(one => (double)(one.Savings ?? 0), answer => answer >= 750);
        Assert.Equal(800m, found.Action.After.Savings);
        Assert.Equal("Savings: 500 EUR → 800 EUR", Assert.Single(found.Action.Changes).ToString());
        Assert.Equal("kept", found.Action.After.Note);
    }

    [Fact]
    public void TimesAreThoseThatTheRecordKeeps()
    {
        // Steps of a day and a half: what is scored is what the record holds.
        Dated one = new(new(2026, 3, 1), TimeSpan.FromHours(1), new(2026, 3, 1, 12, 0, 0));
        IModel<Dated> model = Model.From<Dated>(dated => dated.Due.DayNumber - new DateOnly(2026, 3, 1).DayNumber);
        Found<Dated> found = Assert.IsType<Found<Dated>>(new Recourse<Dated> { Wanted = answer => answer >= 4, TestsRobustness = false }.Find(model, one));
        Assert.Equal(found.Action.Answer, model.Predict(found.Action.After));
        Assert.Equal(new DateOnly(2026, 3, 5), found.Action.After.Due);
        Assert.Equal(RecourseOutcome<Dated>.FromJson(found.ToJson()).ToString(), found.ToString());

        IModel<Dated> waits = Model.From<Dated>(dated => dated.Wait.TotalHours + (dated.At - one.At).TotalDays);
        Found<Dated> later = Assert.IsType<Found<Dated>>(new Recourse<Dated> { Wanted = answer => answer >= 1.55, TestsRobustness = false }.Find(waits, one));
        Assert.Equal(later.Action.Answer, waits.Predict(later.Action.After));
        Assert.Equal(1.3, later.Action.After.Wait.TotalHours, 1e-9);
        Assert.True(later.Action.After.At > one.At);
    }

    [Fact]
    public void WhatHasNoValueStaysWithoutOne()
    {
        IModel<Borrower> model = Model.From<Borrower>(one => (double)(one.Savings ?? 0) + (one.Savings is null ? 0 : 1));
        NoRecourse<Borrower> none = Assert.IsType<NoRecourse<Borrower>>(new Recourse<Borrower> { Wanted = answer => answer > 0 }.Find(model, Borrower.One with { Savings = null }));
        Assert.Equal(0, none.Best!.Answer);
    }

    [Fact]
    public void TheAnswerThatIsThereAlreadyNeedsNoChange()
    {
        Found<Borrower> found = Find(one => one.Income, answer => answer >= 30_000);
        Assert.Empty(found.Action.Changes);
        Assert.Equal(0, found.Action.Cost);
        Assert.Equal(1, found.Queries);
        Assert.Same(Borrower.One, found.Action.After);
    }

    [Fact]
    public void ProtectedValuesAreWithheldInWordsAndOnRequestInJson()
    {
        RecourseOutcome<Swap> outcome = new Recourse<Swap> { Wanted = answer => answer >= 1 }.Find(Model.From<Swap>(one => one.Secret == Home.Owns ? 1 : 0), new Swap(Home.WithParents, 3));
        Found<Swap> found = Assert.IsType<Found<Swap>>(outcome);

        Assert.Equal("Swap { Secret: withheld (protected) } at cost 1, answer 1", found.Action.ToString());
        Assert.DoesNotContain("WithParents", found.ToString());
        string json = found.ToJson(ProtectedValues.Withheld);
        Assert.DoesNotContain("\"from\"", json);
        Assert.DoesNotContain("instance", json);
    }

    [Fact]
    public void CostsOfOnesOwnDecide()
    {
        // By the annotations savings are cheaper; to this person income is.
        static double Score(Borrower one) => (one.Income / 500) + ((double)(one.Savings ?? 0) / 100);
        Assert.Equal(10, Find(Score, answer => answer >= 75).Action.Cost);
        Found<Borrower> found = Find(Score, answer => answer >= 75, new Recourse<Borrower> { Wanted = answer => answer >= 75, Costs = new Cheap() });
        Assert.Equal(Borrower.One with { Income = 35_000 }, found.Action.After);
        Assert.Equal(1, found.Action.Cost, 1e-9);
    }

    [Fact]
    public void RobustnessIsTheShareOfNeighborsThatHold()
    {
        // Of the two steps in income one holds, and all in other numbers do: years, cards, arrears and savings, up and down.
        Found<Borrower> found = Find(one => one.Income, answer => answer >= 31_000);
        Assert.Equal(31_000, found.Action.Answer);
        Assert.Equal(9.0 / 10, found.Action.Robustness);
        Assert.Null(Find(one => one.Income, answer => answer >= 31_000, new Recourse<Borrower> { Wanted = answer => answer >= 31_000, TestsRobustness = false }).Action.Robustness);
        Assert.Equal(0.5, found.Action.ShareHeldBy(Model.From<Borrower>(one => one.Income), Model.From<Borrower>(one => one.Income - 1)));
    }

    [Fact]
    public void TheDistanceIsToTheNearestExampleWhoseAnswerIsWanted()
    {
        Borrower rich = Borrower.One with { Income = 40_000 }, poor = Borrower.One with { Income = 20_000 };
        Recourse<Borrower> recourse = new() { Wanted = answer => answer >= 31_000, Examples = new Dataset<Borrower>([poor, rich, Borrower.One]) };
        Found<Borrower> found = Find(one => one.Income, answer => answer >= 31_000, recourse);

        // Incomes of 20, 40 and 30 thousand deviate by 8165 around 30.
        Assert.Equal(9_000 / Math.Sqrt(2e8 / 3), found.Action.Distance!.Value, 1e-9);
        Assert.Null(Find(one => one.Income, answer => answer >= 31_000, recourse with { Examples = new Dataset<Borrower>([poor]) }).Action.Distance);
    }

    [Fact]
    public void ExamplesTellWhatIsBestSoFarWhereTheBudgetEnds()
    {
        // Sixteen steps in income, and as many combinations as there are below that cost.
        Recourse<Borrower> recourse = new() { Wanted = answer => answer >= 38_000, MaxQueries = 400 };
        BudgetExhausted<Borrower> blind = Assert.IsType<BudgetExhausted<Borrower>>(recourse.Find(Model.From<Borrower>(one => one.Income), Borrower.One));
        Assert.Null(blind.Best);
        Assert.True(blind.LeastCost < 16 && blind.Queries <= 400);

        BudgetExhausted<Borrower> guided = Assert.IsType<BudgetExhausted<Borrower>>((recourse with { Examples = new Dataset<Borrower>([Borrower.One with { Income = 90_000, Cards = 1, Home = Home.Owns }]) }).Find(Model.From<Borrower>(one => one.Income), Borrower.One));
        Assert.Equal(Borrower.One with { Income = 38_000 }, guided.Best!.After);
        Assert.True(guided.LeastCost < guided.Best.Cost);
        Assert.Contains("MaxQueries", guided.ToString());

        Found<Borrower> near = Assert.IsType<Found<Borrower>>((recourse with { Tolerance = 100, Examples = new Dataset<Borrower>([Borrower.One with { Income = 90_000 }]) }).Find(Model.From<Borrower>(one => one.Income), Borrower.One));
        Assert.False(near.IsProvenCheapest);
        Assert.Equal(guided.LeastCost, near.LeastCost);
    }

    [Fact]
    public void AnExplanationTellsWhereToBegin()
    {
        // Three features count, and none of their values is in anybody's reach by the cheapest changes alone.
        IModel<Borrower> model = Model.From<Borrower>(one => (one.Income / 10_000) + (one.HasDefaulted ? 0 : 2) + (0.2 * one.YearsAtJob));
        Recourse<Borrower> recourse = new() { Wanted = answer => answer >= 7, MaxQueries = 1_500 };
        Assert.Null(Assert.IsType<BudgetExhausted<Borrower>>(recourse.Find(model, Borrower.One)).Best);

        Lime<Borrower> lime = new() { Neighborhood = new GaussianNeighborhood<Borrower> { Background = Lender.Past, Samples = 300 }, Seed = 1 };
        BudgetExhausted<Borrower> guided = Assert.IsType<BudgetExhausted<Borrower>>((recourse with { Guide = lime }).Find(model, Borrower.One));
        Assert.True(guided.Best!.Answer >= 7 && guided.Queries <= 1_500);
        Assert.True(guided.Best.Cost <= 45, guided.ToString());
        Assert.True(guided.LeastCost < guided.Best.Cost);

        // A guide that is too dear is left out.
        Assert.Null(Assert.IsType<BudgetExhausted<Borrower>>((recourse with { Guide = lime, MaxQueries = 400 }).Find(model, Borrower.One)).Best);
    }

    [Fact]
    public void ThePlanTellsTheReachableSetAndAsksNothing()
    {
        int asked = 0;
        IModel<Borrower> model = Model.From<Borrower>(_ => asked++);
        RecoursePlan<Borrower> plan = new Recourse<Borrower> { Wanted = answer => answer >= 1 }.Plan(model, Borrower.One);

        // Income 341, years 4, home 3, default 2, savings 91; of cards and arrears 12 pairs with no more arrears than cards.
        Assert.Equal(341 * 4 * 3 * 2 * 91 * 12, plan.Reachable);
        Assert.True(plan.IsReachableExact && !plan.IsCertain && !plan.ReadsModel);
        Assert.Equal(0, asked);
        Assert.Contains("the search may end undecided", plan.ToString());
    }

    [Fact]
    public void AReachableSetBeyondAnyBudgetIsSaidAndTheBudgetHolds()
    {
        Huge instance = new(0, 0, 0, 0, 0);
        Recourse<Huge> recourse = new() { Wanted = answer => answer >= 4e6, MaxQueries = 500 };
        Assert.Equal(System.Numerics.BigInteger.Pow(1001, 5), recourse.Plan(Model.From<Huge>(one => one.A), instance).Reachable);
        BudgetExhausted<Huge> outcome = Assert.IsType<BudgetExhausted<Huge>>(recourse.Find(Model.From<Huge>(one => one.A + one.B + one.C + one.D + one.E), instance));
        Assert.True(outcome.Queries <= 500);
        Assert.Contains("1,005,010,010,005,001 reachable rows", outcome.ToString());
    }

    [Fact]
    public void ResponsivenessIsOfSingleFeatures()
    {
        Recourse<Borrower> recourse = new() { Wanted = answer => answer >= 1 };
        var responsiveness = recourse.Responsiveness(Model.From<Borrower>(one => (one.Home == Home.Owns ? 1 : 0.5) + (one.Cards <= 2 ? 0.5 : 0)), Borrower.One);

        // Cards may go to 3 or 2: fewer would be below the arrears.
        Assert.Equal([0, 340, 3, 2, 2, 2, 0, 1, 90, 0], responsiveness.Select(feature => feature.Reachable));
        Assert.Equal([0, 0, 0, 1, 0, 1, 0, 0, 0, 0], responsiveness.Select(feature => feature.Wanted));
        Assert.Equal("Home: 1 of 2 changes", responsiveness[5].ToString());
    }

    [Fact]
    public async Task AwaitedItGivesTheSame()
    {
        IModel<Borrower> model = Model.From<Borrower>(one => one.Income + (one.HasDefaulted ? 0 : 5_000));
        Recourse<Borrower> recourse = new() { Wanted = answer => answer >= 34_000 };
        using Run<Borrower, RecourseOutcome<Borrower>> run = recourse.Begin(model, Borrower.One);
        while (run.TryNext(out RowBatch<Borrower>? rows))
        {
            await Task.Yield();
            double[] scores = new double[rows.Count];
            model.Score(rows.Rows, scores);
            rows.Answer(scores);
        }

        Assert.Equal(recourse.Find(model, Borrower.One).ToJson(), run.Result.ToJson());
    }

    private static Found<Borrower> Find(Func<Borrower, double> score, AnswerCondition wanted, Recourse<Borrower>? recourse = null) =>
        Assert.IsType<Found<Borrower>>(Outcome(score, wanted, recourse));

    private static RecourseOutcome<Borrower> Outcome(Func<Borrower, double> score, AnswerCondition wanted, Recourse<Borrower>? recourse = null) =>
        (recourse ?? new() { Wanted = wanted, MaxQueries = 2_000_000 }).Find(Model.From(score), Borrower.One);

    private sealed class Cheap : IActionCost<Borrower>
    {
        public double CostOf(Feature<Borrower> feature, double from, double to, int steps) => feature == BorrowerFeatures.Income ? 0.1 * steps : 100;
    }
}

/// <summary>Years by three at most; months up to the end of their range.</summary>
[FeatureRecord]
public sealed partial record Waiting([Numeric(0, 40), OnlyIncreases, Step(1, AtMost = 3)] int Years, [Numeric(0, 4)] int Months);

/// <summary>A protected feature that may change all the same.</summary>
[FeatureRecord]
public sealed partial record Swap([Protected] Home Secret, [Numeric(0, 9)] int Rest);

/// <summary>More rows than any search goes through.</summary>
[FeatureRecord]
public sealed partial record Huge([Numeric(0, 1000)] int A, [Numeric(0, 1000)] int B, [Numeric(0, 1000)] int C, [Numeric(0, 1000)] int D, [Numeric(0, 1000)] int E);

/// <summary>Times that are changed and that move with others; a day is whole, whatever the step.</summary>
[FeatureRecord]
public sealed partial record Dated([Step(1.5, AtMost = 4)] DateOnly Due, [MeasuredIn(TimeUnit.Hours), Numeric(0, 100), Step(0.1), OnlyIncreases] TimeSpan Wait, [Immutable, MovesWith(nameof(Wait))] DateTime At);
