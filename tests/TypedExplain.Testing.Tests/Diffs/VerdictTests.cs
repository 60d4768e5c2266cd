using TypedExplain.Testing.Tests.Support;

namespace TypedExplain.Testing.Tests.Diffs;

/// <summary>What a diff tells, counted again from single explanations by its definition.</summary>
public class VerdictTests
{
    private const int Seeds = 3, Top = 2;

    private static readonly IModel<Borrower> s_other = Model.From<Borrower>(one => one.Age < 50 ? Borrowers.ByIncome.Predict(one) : Borrowers.ByBoth.Predict(one));

    private static readonly ModelDiff<Borrower> s_diff = ModelDiff<Borrower>.Of(Borrowers.ByBoth, s_other, Borrowers.All, Borrowers.Lime(60), new() { Seeds = Seeds, TopReasons = Top });

    private static readonly Feature<Borrower>[][][] s_before = [.. Borrowers.All.Rows.Select(row => Explained(Borrowers.ByBoth, row))], s_after = [.. Borrowers.All.Rows.Select(row => Explained(s_other, row))];

    [Fact]
    public void First_reasons_are_told_by_all_seeds()
    {
        for (int row = 0; row < Borrowers.All.Count; row++)
        {
            string[] before = [.. s_before[row].Select(reasons => reasons[0].Name).Distinct()], after = [.. s_after[row].Select(reasons => reasons[0].Name).Distinct()];
            ReasonVerdict verdict = before.Length > 1 || after.Length > 1 ? ReasonVerdict.Undecided : before[0] == after[0] ? ReasonVerdict.Same : ReasonVerdict.Changed;
            Assert.Equal(verdict, s_diff.Instances[row].FirstReason);
        }

        Assert.Equal(Count(instance => instance.FirstReason == ReasonVerdict.Changed), s_diff.FirstReason.Changed);
        Assert.Equal(Count(instance => instance.FirstReason == ReasonVerdict.Undecided), s_diff.FirstReason.Undecided);
        Assert.All((int[])[s_diff.FirstReason.Changed.Count, s_diff.FirstReason.Undecided.Count, 60 - s_diff.FirstReason.Changed.Count - s_diff.FirstReason.Undecided.Count], count => Assert.InRange(count, 1, 59));
    }

    [Fact]
    public void First_two_reasons_are_told_as_sets()
    {
        for (int row = 0; row < Borrowers.All.Count; row++)
        {
            string[] before = [.. s_before[row].Select(Set).Distinct()], after = [.. s_after[row].Select(Set).Distinct()];
            ReasonVerdict verdict = before.Length > 1 || after.Length > 1 ? ReasonVerdict.Undecided : before[0] == after[0] ? ReasonVerdict.Same : ReasonVerdict.Changed;
            Assert.Equal(verdict, s_diff.Instances[row].TopReasons);
            Assert.Equal(s_before[row][0], s_diff.Instances[row].ReasonsBefore);
            Assert.Equal(s_after[row][0], s_diff.Instances[row].ReasonsAfter);
        }
    }

    [Fact]
    public void The_noise_floor_is_what_two_seeds_change_and_a_naive_comparison_what_one_run_of_each_does()
    {
        Assert.Equal(new Share(s_before.Count(reasons => Set(reasons[0]) != Set(reasons[1])), 60), s_diff.TopReasons.BetweenSeeds);
        Assert.Equal(new Share(s_after.Count(reasons => Set(reasons[0]) != Set(reasons[1])), 60), s_diff.TopReasons.BetweenSeedsAfter);
        Assert.Equal(new Share(Enumerable.Range(0, 60).Count(row => Set(s_before[row][0]) != Set(s_after[row][1])), 60), s_diff.TopReasons.BetweenRuns);
    }

    [Fact]
    public void Features_enter_and_leave()
    {
        foreach (FeatureDiff<Borrower> feature in s_diff.Features)
        {
            bool[][] before = [.. s_before.Select(reasons => reasons.Select(own => own.Contains(feature.Feature)).Distinct().ToArray())], after = [.. s_after.Select(reasons => reasons.Select(own => own.Contains(feature.Feature)).Distinct().ToArray())];
            Assert.Equal(Enumerable.Range(0, 60).Count(row => before[row] is [false] && after[row] is [true]), feature.Entered);
            Assert.Equal(Enumerable.Range(0, 60).Count(row => before[row] is [true] && after[row] is [false]), feature.Left);
            Assert.Equal(feature.Entered + feature.Left, feature.Reason.Changed.Count);
            Assert.Equal(s_before.Count(reasons => reasons.All(own => own[0] == feature.Feature)), feature.FirstBefore);
            Assert.Equal(s_after.Count(reasons => reasons.All(own => own[0] == feature.Feature)), feature.FirstAfter);
        }

        Assert.Equal(FeatureSchema.Of<Borrower>().Features, s_diff.Features.Select(feature => feature.Feature));
    }

    /// <summary>McNemar's test of the pairs of the first two seeds, by its definition.</summary>
    [Fact]
    public void The_p_value_is_that_of_instances_which_speak_for_a_change()
    {
        int more = 0, fewer = 0;
        for (int row = 0; row < 60; row++)
        {
            string b1 = Set(s_before[row][0]), b2 = Set(s_before[row][1]), a1 = Set(s_after[row][0]), a2 = Set(s_after[row][1]);
            int balance = (b1 != a2 ? 1 : 0) + (a1 != b2 ? 1 : 0) - (b1 != b2 ? 1 : 0) - (a1 != a2 ? 1 : 0);
            more += balance > 0 ? 1 : 0;
            fewer += balance < 0 ? 1 : 0;
        }

        Assert.True(fewer > 0);
        Assert.Equal(TypedExplain.Testing.Shares.SignTest.PValue(more, fewer), s_diff.TopReasons.PValue);
        Assert.Equal(0.05 / 3, s_diff.TopReasons.Level);
    }

    private static Share Count(Func<InstanceDiff<Borrower>, bool> matches) => new(s_diff.Instances.Count(matches), s_diff.Instances.Length);

    private static string Set(Feature<Borrower>[] reasons) => string.Join(" ", reasons.Select(feature => feature.Name).Order(StringComparer.Ordinal));

    private static Feature<Borrower>[][] Explained(IModel<Borrower> model, Borrower row) =>
        [.. Enumerable.Range(0, Seeds).Select(seed => Borrowers.Lime(60)(seed).Explain(model, row).Attribution.Ranked().Take(Top).Select(ranked => ranked.Feature).ToArray())];
}
