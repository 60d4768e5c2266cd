using System.Collections.Immutable;
using TypedExplain.Decisions.Tests.Support;

namespace TypedExplain.Decisions.Tests.Recourses;

/// <summary>What only corners of a schema or of a budget show: numbers without neighbors, features that matter by a rule alone, all alternatives.</summary>
public class CornerTests
{
    [Fact]
    public void AFeatureThatTheModelDoesNotReadMayStillLiftALimit()
    {
        Lattice.Use(Whole(0, "Cards", 0, 9), Whole(1, "Paid", 0, 9, within: 0));
        Forest<Lattice> forest = ForestOf.Trees<Lattice>(Above(column: 1, threshold: 4.5));

        RecourseOutcome<Lattice> asked = At(forest, isRead: false, 3, 3), read = At(forest, isRead: true, 3, 3);

        Assert.Equal(4, Assert.IsType<Found<Lattice>>(asked).Action.Cost);
        Assert.Equal(4, Assert.IsType<Found<Lattice>>(read).Action.Cost);
    }

    [Fact]
    public void AFeatureThatTheModelDoesNotReadMayStillBringAnotherBackIntoItsRange()
    {
        Lattice.Use(Whole(0, "Up", 0, 9), Whole(1, "Down", 0, 9), Whole(2, "Sum", 0, 3, FeatureConstraints.Immutable, null, new(0, 1), new(1, -1)));
        Forest<Lattice> forest = ForestOf.Trees<Lattice>(Above(column: 0, threshold: 4.5));

        RecourseOutcome<Lattice> asked = At(forest, isRead: false, 0, 0, 0), read = At(forest, isRead: true, 0, 0, 0);

        Assert.Equal(7, Assert.IsType<Found<Lattice>>(asked).Action.Cost);
        Assert.Equal(7, Assert.IsType<Found<Lattice>>(read).Action.Cost);
    }

    [Fact]
    public void AWholeNumberThatMovesWithHalvesTakesTheWholeOnes()
    {
        Lattice.Use(Real(4, 0.5, FeatureConstraints.OnlyIncreases), Whole(1, "Whole", 0, 4, FeatureConstraints.Immutable, null, new FeatureLink(0, 1)));
        Forest<Lattice> forest = ForestOf.Trees<Lattice>(Above(column: 0, threshold: 0.25));

        foreach (bool isRead in new[] { false, true })
        {
            Found<Lattice> found = Assert.IsType<Found<Lattice>>(At(forest, isRead, 0, 0));
            Assert.Equal((2, 5), (found.Action.Cost, (int)found.Reachable));
        }
    }

    [Theory]
    [InlineData(1e17, 1e15)]
    [InlineData(-1e17, 1e15)]
    [InlineData(9007199254740992, 4)]
    public void NumbersThatOneMoreDoesNotChangeMoveTheirWayOnly(double own, double step)
    {
        foreach (FeatureConstraints way in new[] { FeatureConstraints.OnlyDecreases, FeatureConstraints.OnlyIncreases })
        {
            Lattice.Use(Real(1e18, step, way, steps: 2));
            double sign = way == FeatureConstraints.OnlyDecreases ? -1 : 1;
            RecourseOutcome<Lattice> right = Find(row => sign * (row[0] - own), answer => answer > 0, 10, own);
            RecourseOutcome<Lattice> wrong = Find(row => -sign * (row[0] - own), answer => answer > 0, 10, own);

            Assert.Equal(own + (sign * step), Assert.IsType<Found<Lattice>>(right).Action.After.Values[0]);
            Assert.Equal(3, Assert.IsType<NoRecourse<Lattice>>(wrong).Reachable);
        }
    }

    [Theory]
    [InlineData(NumberPrecision.Single, 0.1f, 0.1, 1, 9)]
    [InlineData(NumberPrecision.Single, 0.7f, 0.1, 1, 3)]
    [InlineData(NumberPrecision.Full, 0.1 + 0.2, 0.1, 1, 7)]
    [InlineData(NumberPrecision.Full, 0.3, 0.1, 0.9, 6)]
    [InlineData(NumberPrecision.Decimal, 0.3, 0.1, 0.9, 6)]
    public void TheLastStepToTheEndOfTheRangeIsThere(NumberPrecision precision, double own, double step, double end, int steps)
    {
        Lattice.Use(Real(end, step, FeatureConstraints.OnlyIncreases, precision: precision));

        RecourseOutcome<Lattice> outcome = Find(row => row[0], answer => answer >= end, 100, own);

        Assert.Equal((steps, end), (Assert.IsType<Found<Lattice>>(outcome).Action.Cost, ((Found<Lattice>)outcome).Action.Answer));
    }

    [Fact]
    public void ALinkMovesByTheDigitsThatAPersonWouldWrite()
    {
        Feature<Lattice> paid = Real(0.9, 0.1, FeatureConstraints.OnlyIncreases), moved = Real(0.9, 0.1, FeatureConstraints.Immutable, index: 1, moves: new FeatureLink(0, 1));
        Lattice.Use(paid, moved);

        RecourseOutcome<Lattice> outcome = Find(row => row[1], answer => answer >= 0.9, 100, 0.3, 0.3);

        Assert.Equal((6, 0.9), (Assert.IsType<Found<Lattice>>(outcome).Action.Cost, ((Found<Lattice>)outcome).Action.Answer));
    }

    [Theory]
    [InlineData(NumberPrecision.Single, 16777216)]
    [InlineData(NumberPrecision.Half, 2048)]
    public void StepsThatATypeDoesNotKeepDoNotEndTheOthers(NumberPrecision precision, double own)
    {
        Lattice.Use(Real(2 * own, 1, steps: 4, precision: precision));

        RecourseOutcome<Lattice> outcome = Find(row => row[0], answer => answer >= own + 2, 100, own);

        Assert.Equal((2, own + 2), (Assert.IsType<Found<Lattice>>(outcome).Action.Cost, ((Found<Lattice>)outcome).Action.Answer));
    }

    [Fact]
    public void WhatATypeKeepsOnTheWayToAColumnIsInItsBound()
    {
        // A third of a step becomes half of one, because Half keeps no less near a thousand.
        Lattice.Use(
            Whole(0, "A", 0, 9),
            Whole(1, "B", 0, 9),
            Real(5000, 1, FeatureConstraints.Immutable, precision: NumberPrecision.Half, index: 2, moves: new FeatureLink(0, 0.3)),
            Real(50, 1, FeatureConstraints.Immutable, index: 3, moves: [new(2, 1), new(1, 1)]));
        Forest<Lattice> forest = ForestOf.Trees<Lattice>(new ForestOf.Node(0, 3, 0.4, new(0), new(0, 3, 0.75, new(1), new(0))));

        foreach (bool isRead in new[] { false, true })
        {
            RecourseAction<Lattice> action = Assert.IsType<Found<Lattice>>(At(forest, isRead, 0, 0, 1000, 0)).Action;
            Assert.Equal((1, 1), (action.Cost, action.After.Values[0]));
        }
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(100_000)]
    [InlineData(100)]
    public void AllAlternativesFitInABudgetThatTheReachableRowsFitIn(int alternatives)
    {
        Lattice.Use(Whole(0, "A", 0, 2), Whole(1, "B", 0, 2), Whole(2, "C", 0, 2));

        RecourseOutcome<Lattice> outcome = new Recourse<Lattice> { Wanted = answer => answer >= 2, Alternatives = alternatives, MaxQueries = 60, TestsRobustness = false }
            .Find(Of(row => row[0] + row[1] + row[2]), new([0, 0, 0]));

        Assert.Equal(3, Assert.IsType<Found<Lattice>>(outcome).Actions.Length);
        Assert.True(outcome.Queries <= 60);
    }

    [Fact]
    public void ACertificateOfAModelWithTwoAnswersIsRefused()
    {
        Lattice.Use(Whole(0, "A", 0, 2));
        int asked = 0;
        IModel<Lattice> model = Model.FromRows<Lattice>((rows, scores) =>
        {
            for (int row = 0; row < rows.Count; row++)
                scores[row] = -1.0 / ++asked;
        });

        Assert.Throws<InvalidModelException>(() => new Recourse<Lattice> { Wanted = answer => answer >= 0.5 }.Find(model, new Lattice([0])));
    }

    private static ForestOf.Node Above(int column, double threshold) => new(0, column, threshold, new(0), new(1));

    private static RecourseOutcome<Lattice> At(Forest<Lattice> forest, bool isRead, params ImmutableArray<double> instance) =>
        new Recourse<Lattice> { ReadsModel = isRead, Wanted = answer => answer >= 0.5 }.Find(forest, new(instance));

    private static RecourseOutcome<Lattice> Find(Func<double[], double> score, AnswerCondition wanted, int queries, params ImmutableArray<double> own) =>
        new Recourse<Lattice> { Wanted = wanted, MaxQueries = queries, TestsRobustness = false }.Find(Of(score), new(own));

    private static IModel<Lattice> Of(Func<double[], double> score) => Model.FromRows<Lattice>((rows, scores) =>
    {
        for (int row = 0; row < rows.Count; row++)
            scores[row] = score([.. rows[row]]);
    });

    private static Feature<Lattice> Whole(int index, string name, double least, double most, FeatureConstraints constraints = FeatureConstraints.None, int? within = null, params ImmutableArray<FeatureLink> moves) =>
        new() { Name = name, Index = index, Column = index, Kind = FeatureKind.Whole, Limits = new(least, most), Constraints = constraints, Within = within, MovesWith = moves };

    private static Feature<Lattice> Real(double most, double step, FeatureConstraints constraints = FeatureConstraints.None, int? steps = null, NumberPrecision precision = NumberPrecision.Full, int index = 0, params ImmutableArray<FeatureLink> moves) =>
        new() { Name = $"Number{index}", Index = index, Column = index, Kind = FeatureKind.Real, Limits = new(Math.Min(0, -most), most), Step = step, MostSteps = steps, Constraints = constraints, Precision = precision, MovesWith = moves };
}
