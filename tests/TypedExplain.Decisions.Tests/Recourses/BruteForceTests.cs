using System.Collections.Immutable;
using System.Numerics;
using TypedExplain.Decisions.Tests.Support;

namespace TypedExplain.Decisions.Tests.Recourses;

/// <summary>The search against a list of everything, over random schemas with every rule and random forests, read and asked.</summary>
public class BruteForceTests
{
    private const double Rounding = 1e-9;

    public static TheoryData<int, bool> Numbers
    {
        get
        {
            TheoryData<int, bool> data = [];
            for (int number = 0; number < 150; number++)
            {
                data.Add(number, true);
                data.Add(number, false);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void LeastCostAndCertificate(int number, bool isRead)
    {
        (IModel<Lattice> model, Lattice instance, Everything.Row[] all, Func<double[], double> score) = Case(number, isRead);
        AnswerCondition condition = Conditions(number, all.Select(row => score(row.Columns)));
        WantedAnswers wanted = condition(default);
        RecourseOutcome<Lattice> outcome = new Recourse<Lattice> { ReadsModel = isRead, Wanted = condition }.Find(model, instance);

        Assert.True(outcome.IsReachableExact);
        Assert.Equal(new BigInteger(all.Length), outcome.Reachable);
        Everything.Row[] good = [.. all.Where(row => wanted.Contains(score(row.Columns))).OrderBy(row => row.Cost)];
        if (good.Length == 0)
        {
            NoRecourse<Lattice> none = Assert.IsType<NoRecourse<Lattice>>(outcome);
            double nearest = all.Min(row => Distance(wanted, score(row.Columns)));
            Assert.Equal(nearest, Distance(wanted, none.Best!.Answer), Rounding);
            return;
        }

        Found<Lattice> found = Assert.IsType<Found<Lattice>>(outcome);
        Assert.Equal(good[0].Cost, found.Action.Cost, Rounding);
        Assert.True(found.IsProvenCheapest);
        Assert.True(wanted.Contains(model.Predict(found.Action.After)));
        Assert.Equal(found.Action.Answer, model.Predict(found.Action.After));

        // Of equally dear actions that which changes fewer features, then that which changes one further up.
        ImmutableHashSet<int> changed = Chosen(found.Action);
        Assert.DoesNotContain(good.TakeWhile(row => row.Cost <= good[0].Cost + Rounding), row => row.Changed.Count < changed.Count || (row.Changed.Count == changed.Count && IsFurtherUp(row.Changed, changed)));
        Assert.Contains(good.TakeWhile(row => row.Cost <= good[0].Cost + Rounding), row => row.Columns.AsSpan().SequenceEqual(found.Action.After.Values.AsSpan()));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void AlternativesAreTheCheapestOfTheirFeaturesAndNoPartSuffices(int number, bool isRead)
    {
        (IModel<Lattice> model, Lattice instance, Everything.Row[] all, Func<double[], double> score) = Case(number, isRead);
        AnswerCondition condition = Conditions(number, all.Select(row => score(row.Columns)));
        WantedAnswers wanted = condition(default);
        if (wanted.Contains(score([.. instance.Values])))
            return;
        List<Everything.Row> expected = [];
        foreach (Everything.Row row in all.Where(row => wanted.Contains(score(row.Columns))).OrderBy(row => row.Cost).ThenBy(row => row.Changed.Count))
        {
            if (!expected.Exists(other => other.Changed.IsSubsetOf(row.Changed)))
                expected.Add(row);
        }

        RecourseOutcome<Lattice> outcome = new Recourse<Lattice> { ReadsModel = isRead, Wanted = condition, Alternatives = 1000 }.Find(model, instance);
        ImmutableArray<RecourseAction<Lattice>> actions = outcome is Found<Lattice> found ? found.Actions : [];

        Assert.Equal(expected.Select(row => row.Cost).Order(), actions.Select(action => action.Cost), (first, second) => Math.Abs(first - second) < Rounding);
        foreach (RecourseAction<Lattice> action in actions)
        {
            Assert.True(wanted.Contains(model.Predict(action.After)));
            Assert.DoesNotContain(actions, other => other != action && Chosen(other).IsSubsetOf(Chosen(action)));
        }
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void ASpentBudgetBoundsTheCostFromBelow(int number, bool isRead)
    {
        (IModel<Lattice> model, Lattice instance, Everything.Row[] all, Func<double[], double> score) = Case(number, isRead);
        AnswerCondition condition = Conditions(number, all.Select(row => score(row.Columns)));
        WantedAnswers wanted = condition(default);
        double least = all.Where(row => wanted.Contains(score(row.Columns))).Select(row => row.Cost).DefaultIfEmpty(double.PositiveInfinity).Min();
        foreach (int budget in new[] { 3, 10, 30 })
        {
            RecourseOutcome<Lattice> outcome = new Recourse<Lattice> { ReadsModel = isRead, Wanted = condition, MaxQueries = isRead ? 1000 : budget, MaxSteps = budget }.Find(model, instance);
            Assert.True(outcome.Queries <= (isRead ? 1000 : budget));
            switch (outcome)
            {
                case Found<Lattice> found:
                    Assert.Equal(least, found.Action.Cost, Rounding);
                    break;
                case NoRecourse<Lattice>:
                    Assert.Equal(double.PositiveInfinity, least);
                    break;
                case BudgetExhausted<Lattice> exhausted:
                    Assert.True(exhausted.LeastCost <= least + Rounding);
                    Assert.True(exhausted.Best is null || (exhausted.Best.Cost >= least - Rounding && wanted.Contains(model.Predict(exhausted.Best.After))));
                    break;
            }
        }
    }

    private static (IModel<Lattice> Model, Lattice Instance, Everything.Row[] All, Func<double[], double> Score) Case(int number, bool isRead)
    {
        RandomLattices random = new(number);
        FeatureSchema<Lattice> schema = random.Schema();
        Lattice instance = random.Instance(schema);
        Forest<Lattice> forest = random.Forest(schema);
        IModel<Lattice> model = isRead ? forest : Model.FromRows<Lattice>((rows, scores) => forest.Score(rows, scores));
        return (model, instance, [.. Everything.Of(schema, [.. instance.Values])], Score);

        double Score(double[] row)
        {
            double[] score = new double[1];
            forest.Score(new EncodedRows<Lattice>(row), score);
            return score[0];
        }
    }

    /// <summary>Answers from one of the reachable ones on, up to one of them, or between two; also some that nobody has.</summary>
    private static AnswerCondition Conditions(int number, IEnumerable<double> answers)
    {
        double[] sorted = [.. answers.Distinct().Order()];
        double high = sorted[^((sorted.Length / 10) + 1)], low = sorted[sorted.Length / 10];
        return (number % 5) switch
        {
            0 => answer => answer >= high - Rounding,
            1 => answer => answer <= low + Rounding,
            2 => answer => answer > sorted[^1] + 0.01,
            3 => answer => answer >= low - Rounding && answer <= low + Rounding,
            _ => answer => answer < sorted[0] - 0.01,
        };
    }

    private static ImmutableHashSet<int> Chosen(RecourseAction<Lattice> action) => [.. action.Changes.Where(change => !change.IsConsequence).Select(change => change.Feature.Index)];

    private static bool IsFurtherUp(ImmutableHashSet<int> first, ImmutableHashSet<int> second)
    {
        int differs = first.SymmetricExcept(second).DefaultIfEmpty(-1).Min();
        return differs >= 0 && first.Contains(differs);
    }

    private static double Distance(WantedAnswers wanted, double answer) => Math.Max(0, Math.Max(wanted.Minimum - answer, answer - wanted.Maximum));
}
