using TypedExplain.Decisions.Tests.Support;

namespace TypedExplain.Decisions.Tests.Recourses;

/// <summary>Linear and logistic models are read: exact against a list of everything, and where there are more rows than anyone lists.</summary>
public class LinearTests
{
    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, 200)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void LeastCostAndCertificateOfASum(int number)
    {
        RandomLattices random = new(number);
        FeatureSchema<Lattice> schema = random.Schema();
        Lattice instance = random.Instance(schema);
        double[] coefficients = [.. Enumerable.Range(0, schema.Columns).Select(_ => (random.Choose(41) - 20) / 10.0)];
        LinearModel<Lattice> model = number % 2 == 0 ? Model.Linear<Lattice>(0.3, coefficients) : Model.Logistic<Lattice>(0.3, coefficients);
        Everything.Row[] all = [.. Everything.Of(schema, [.. instance.Values])];
        double[] answers = [.. all.Select(row => model.Predict(new Lattice([.. row.Columns])))], sorted = [.. answers.Distinct().Order()];
        double edge = sorted[(number * 7) % sorted.Length];
        AnswerCondition condition = (number % 4) switch
        {
            0 => answer => answer >= edge,
            1 => answer => answer <= edge,
            2 => answer => answer > sorted[^1],
            _ => answer => answer >= edge && answer <= edge + 0.05,
        };
        WantedAnswers wanted = condition(default);
        RecourseOutcome<Lattice> outcome = new Recourse<Lattice> { ReadsModel = true, Wanted = condition, TestsRobustness = false }.Find(model, instance);

        double least = all.Where((_, i) => wanted.Contains(answers[i])).Select(row => row.Cost).DefaultIfEmpty(double.PositiveInfinity).Min();
        if (outcome is Found<Lattice> found)
        {
            Assert.Equal(least, found.Action.Cost, 1e-9);
            Assert.True(found.IsProvenCheapest);
            Assert.True(wanted.Contains(model.Predict(found.Action.After)));
        }
        else
        {
            NoRecourse<Lattice> none = Assert.IsType<NoRecourse<Lattice>>(outcome);
            Assert.Equal(double.PositiveInfinity, least);
            Assert.Equal(answers.Min(answer => Math.Max(0, Math.Max(wanted.Minimum - answer, answer - wanted.Maximum))), Math.Max(0, Math.Max(wanted.Minimum - none.Best!.Answer, none.Best.Answer - wanted.Maximum)), 1e-9);
        }
    }

    [Fact]
    public void AQuadrillionRowsAreReadAndNotAsked()
    {
        Recourse<Huge> recourse = new() { Wanted = answer => answer >= 4_000, TestsRobustness = false };
        LinearModel<Huge> model = Model.Linear<Huge>(0, [1, 1, 1, 1, 1]);
        Found<Huge> found = Assert.IsType<Found<Huge>>(recourse.Find(model, new(0, 0, 0, 0, 0)));
        Assert.Equal(4_000, found.Action.Cost);
        Assert.True(found.IsProvenCheapest && found.Queries < 10);
        Assert.True(recourse.Plan(model, new(0, 0, 0, 0, 0)).ReadsModel);

        NoRecourse<Huge> none = Assert.IsType<NoRecourse<Huge>>((recourse with { Wanted = answer => answer > 5_000 }).Find(model, new(1, 2, 3, 4, 5)));
        Assert.Equal(5_000, none.Best!.Answer);
        Assert.Equal(System.Numerics.BigInteger.Pow(1001, 5), none.Reachable);
    }

    [Fact]
    public void PricesDecide()
    {
        // Savings give 3 a step of cost 2, income 1 a step of cost 1; 31 more take ten steps of savings and one of income.
        Recourse<Priced> recourse = new() { Wanted = answer => answer >= 31, TestsRobustness = false };
        Found<Priced> found = Assert.IsType<Found<Priced>>(recourse.Find(Model.Linear<Priced>(0, [1, 3]), new(0, 0)));
        Assert.Equal(new Priced(1, 10), found.Action.After);
        Assert.Equal(21, found.Action.Cost);

        // The other way round, a score that is to fall.
        Found<Priced> fallen = Assert.IsType<Found<Priced>>((recourse with { Wanted = answer => answer <= -31 }).Find(Model.Linear<Priced>(0, [-1, -3]), new(0, 0)));
        Assert.Equal(new Priced(1, 10), fallen.Action.After);
    }

    /// <summary>Half keeps every second number from 2048 on: one more does not count, and two times one more does.</summary>
    [Fact]
    public void WhatALinkedFeatureKeepsIsNoSum()
    {
        Lattice.Use(
            Number(0, 0.5),
            Number(1, 0.5),
            Number(2, 5),
            Number(3, 3),
            Number(4, 200),
            new() { Name = "Linked", Index = 5, Column = 5, Kind = FeatureKind.Real, Precision = NumberPrecision.Half, Limits = new(0, 4_000), Constraints = FeatureConstraints.Immutable, MovesWith = [new(0, 1), new(1, 1)] });
        LinearModel<Lattice> model = Model.Linear<Lattice>(0, [0, 0, 4, 2, 2, 1]);
        Recourse<Lattice> recourse = new() { ReadsModel = true, TestsRobustness = false, Wanted = answer => answer >= 2_052 };

        Found<Lattice> found = Assert.IsType<Found<Lattice>>(recourse.Find(model, new Lattice([0, 0, 0, 0, 0, 2_048])));
        Assert.Equal(4, found.Action.Cost);
        Assert.Equal([1, 1, 0, 1, 0, 2_050], found.Action.After.Values.AsEnumerable());

        static Feature<Lattice> Number(int index, double cost) => new() { Name = $"F{index}", Index = index, Column = index, Kind = FeatureKind.Whole, Limits = new(0, 1), Cost = cost };
    }

    [Fact]
    public void AWrappedOneIsReadToo()
    {
        IModel<Huge> model = Model.Logistic<Huge>(-8, [0.002, 0.002, 0.002, 0.002, 0.002]).Identified("score", null, new string('a', 64));
        Found<Huge> found = Assert.IsType<Found<Huge>>(new Recourse<Huge> { Wanted = answer => answer >= 0.5, TestsRobustness = false }.Find(model, new(0, 0, 0, 0, 0)));
        Assert.Equal(4_000, found.Action.Cost);
        Assert.True(found.Queries < 10);
    }
}

/// <summary>Two numbers of which one is cheaper for what it gives.</summary>
[FeatureRecord]
public sealed partial record Priced([Numeric(0, 1000)] int Income, [Numeric(0, 1000), Cost(2)] int Savings);
