using TypedExplain.Testing.Tests.Support;

namespace TypedExplain.Testing.Tests.Diffs;

/// <summary>What a second model changes, apart from what seeds do.</summary>
public class ModelDiffTests
{
    private static readonly ModelDiff<Borrower> s_swapped = ModelDiff<Borrower>.Of(Borrowers.ByIncome, Borrowers.ByDebt, Borrowers.All, Borrowers.Lime(300));

    [Fact]
    public void A_model_with_other_reasons_is_told_by_instances_and_features()
    {
        Assert.True(s_swapped.FirstReason.IsByModel);
        Assert.True(s_swapped.FirstReason.Changed.Value > 0.9);
        Assert.False(s_swapped.IsNoisy);
        Assert.Equal((60, 0), (s_swapped.Features.Single(feature => feature.Feature == BorrowerFeatures.Income).FirstBefore, s_swapped.Features.Single(feature => feature.Feature == BorrowerFeatures.Income).FirstAfter));

        string message = Assert.Throws<ExplanationAssertException>(() => ExplanationAssert.SameReasons(s_swapped)).Message;
        Assert.StartsWith("The model after gives instances of Borrower other reasons than the model before, beyond what seeds do; at most 5 % may have them.\n  another first reason: 60 of 60", message);
        Assert.Contains("\nFeatures:\n  Income: first for 60 before, 0 after;", message);
        Assert.Contains("\n  row 0, Id B-000: first Income, now Debt", message);
        Assert.Contains("and 50 more", message);
        Assert.DoesNotContain("IsForeign", message);
        ExplanationAssert.SameReasons(s_swapped, maximumShare: 1);
    }

    [Fact]
    public void A_model_without_any_difference_has_none()
    {
        ModelDiff<Borrower> same = ModelDiff<Borrower>.Of(Borrowers.ByBoth, Borrowers.ByBoth, Borrowers.All, Borrowers.Lime(60));

        Assert.Equal(0, same.Prediction.Count + same.FirstReason.Changed.Count + same.TopReasons.Changed.Count + same.Direction.Changed.Count);
        Assert.False(same.FirstReason.IsByModel || same.TopReasons.IsByModel || same.Direction.IsByModel);
        ExplanationAssert.SameReasons(same, maximumShare: 0, maximumUndecided: 1);
    }

    /// <summary>Two seeds of one model change many reasons of it; the diff tells hardly any of them, and for the right reason.</summary>
    [Fact]
    public void What_only_seeds_change_is_not_the_models()
    {
        int alarms = 0, failures = 0, naive = 0, told = 0;
        for (int trial = 0; trial < 25; trial++)
        {
            ModelDiff<Borrower> same = ModelDiff<Borrower>.Of(Borrowers.ByBoth, Borrowers.ByBoth, Borrowers.All, Borrowers.Lime(60), new() { FirstSeed = 10 * trial, FirstSeedAfter = (10 * trial) + 5 });
            alarms += same.FirstReason.IsByModel || same.TopReasons.IsByModel || same.Direction.IsByModel ? 1 : 0;
            failures += Record.Exception(() => ExplanationAssert.SameReasons(same, maximumShare: 0.02, maximumUndecided: 1)) is null ? 0 : 1;
            naive += same.TopReasons.BetweenRuns.Count;
            Assert.Contains(same.Instances, instance => !instance.ReasonsBefore.SequenceEqual(instance.ReasonsAfter));
            told += same.TopReasons.Changed.Count;
        }

        Assert.True(naive > 25 * 60 / 4, $"{naive}");
        Assert.InRange(told, 0, 25 * 60 / 100);
        Assert.InRange(alarms, 0, 2);
        Assert.Equal(0, failures);
    }

    [Fact]
    public void Noise_comes_first_with_what_to_do()
    {
        ModelDiff<Borrower> noisy = ModelDiff<Borrower>.Of(Borrowers.ByBoth, Borrowers.ByDebt, Borrowers.All, Borrowers.Lime(60));

        Assert.True(noisy.IsNoisy);
        string[] lines = noisy.ToString().Split('\n');
        Assert.Equal("Two models of Borrower over 60 instances, explained by LIME under 4 seeds", lines[0]);
        Assert.Matches(@"^  caution: two seeds by themselves change the first reason of \d+ of 60 \(\d+\.\d %, 95 % \d+\.\d to \d+\.\d %\) under the model before; of \d+ it is not told what the model changes\. Draw more samples \(Samples of the neighborhood is 60\)", lines[1]);
        Assert.DoesNotContain("caution", s_swapped.ToString());
        Assert.False(ModelDiff<Borrower>.Of(Borrowers.ByBoth, Borrowers.ByDebt, Borrowers.Few, Borrowers.Lime(60), new() { MaximumNoise = 1 }).IsNoisy);
        Assert.Contains("cannot be told for", Assert.Throws<ExplanationAssertException>(() => ExplanationAssert.SameReasons(noisy, maximumShare: 1, maximumUndecided: 0.1)).Message);

        // That the model after depends on seeds counts as much.
        Assert.Contains("%) under the model after; of ", ModelDiff<Borrower>.Of(Borrowers.ByDebt, Borrowers.ByBoth, Borrowers.Few, Borrowers.Lime(60)).ToString().Split('\n')[1]);

        // The half of the instances that no seed changes is told nevertheless.
        IModel<Borrower> half = Model.From<Borrower>(one => one.Age < 50 ? Borrowers.ByBoth.Predict(one) : Borrowers.ByIncome.Predict(one));
        string told = Assert.Throws<ExplanationAssertException>(() => ExplanationAssert.SameReasons(ModelDiff<Borrower>.Of(half, Borrowers.ByDebt, Borrowers.All, Borrowers.Lime(60)))).Message;
        Assert.Contains("\nCaution: two seeds by themselves", told);
    }

    [Fact]
    public void Of_a_method_that_draws_nothing_every_difference_is_the_models()
    {
        // One borrower of 20 gets another reason, which no test would tell from chance.
        IModel<Borrower> after = Model.From<Borrower>(one => one.Age == Borrowers.All[4].Age && one.Income == Borrowers.All[4].Income ? 5.0 : Borrowers.ByIncome.Predict(one));
        ModelDiff<Borrower> diff = ModelDiff<Borrower>.Of(Borrowers.ByIncome, after, Borrowers.Few, _ => new Slope());

        Assert.True(diff.IsExact);
        Assert.Equal((1, 0, 0), (diff.FirstReason.Changed.Count, diff.FirstReason.Undecided.Count, diff.FirstReason.BetweenSeeds.Count));
        Assert.True(diff.FirstReason.PValue > diff.FirstReason.Level);
        Assert.True(diff.FirstReason.IsByModel);
        Assert.False(diff.Direction.IsByModel);
        Assert.Equal(4, Assert.Single(diff.Instances, instance => instance.IsPredictionChanged).Row);
        Assert.Equal(4, Assert.Single(diff.Instances, instance => instance.IsChanged).Row);
        Assert.Contains("row 4, Id B-004: first Income, now Debt", Assert.Throws<ExplanationAssertException>(() => ExplanationAssert.SameReasons(diff, maximumShare: 0)).Message);
    }

    /// <summary>Equal explainers give equal answers, so that the model is asked once, not once per seed.</summary>
    [Fact]
    public void Explainers_that_are_equal_are_asked_once()
    {
        int asked = 0;
        IModel<Borrower> counted = Model.From<Borrower>(one =>
        {
            Interlocked.Increment(ref asked);
            return one.Income / 1e5;
        });
        Slope slope = new();
        ModelDiff<Borrower> once = ModelDiff<Borrower>.Of(counted, counted, Borrowers.Few, _ => slope);
        Assert.True(once.IsExact);
        Assert.Equal(2 * Borrowers.Few.Count, asked);

        ModelDiff<Borrower> each = ModelDiff<Borrower>.Of(counted, counted, Borrowers.Few, seed => new Slope { Name = $"slope {seed}" });
        Assert.True(each.IsExact);
        Assert.Equal(10 * Borrowers.Few.Count, asked);
    }

    [Fact]
    public void A_seed_that_is_not_passed_on_is_refused()
    {
        IExplainer<Borrower> lime = Borrowers.Lime(60)(3);
        Assert.Contains("does not pass its seed on", Assert.Throws<InvalidOptionException>(() => ModelDiff<Borrower>.Of(Borrowers.ByBoth, Borrowers.ByBoth, Borrowers.Few, _ => lime)).Message);
        PermutationShap<Borrower> shap = new() { Background = Borrowers.All, Permutations = 2 };
        IModel<Borrower> product = Model.From<Borrower>(one => one.Income * one.Debt * one.Age);
        Assert.Throws<InvalidOptionException>(() => ModelDiff<Borrower>.Of(product, product, Borrowers.Few, _ => shap));

        // Exact KernelSHAP draws nothing, whatever its seed is.
        Assert.True(ModelDiff<Borrower>.Of(Borrowers.ByBoth, Borrowers.ByBoth, Borrowers.Few, _ => new KernelShap<Borrower> { Background = Borrowers.All }).IsExact);
    }

    [Fact]
    public void Directions_that_turn_are_told_with_their_features()
    {
        IModel<Borrower> turned = Model.From<Borrower>(one => (one.Income / 60_000) + (one.Debt / 150_000) + (one.HasDefaulted ? -0.2 : 0) + (one.Age / 900.0));
        ModelDiff<Borrower> diff = ModelDiff<Borrower>.Of(Borrowers.ByIncome, turned, Borrowers.All, Borrowers.Lime(300));

        Assert.True(diff.Direction.IsByModel);
        Assert.False(diff.FirstReason.IsByModel);
        Assert.True(diff.Features[BorrowerFeatures.Debt.Index].Direction.Changed.Value > 0.9);
        Assert.Equal([BorrowerFeatures.Debt], diff.Instances[0].Turned.AsEnumerable());
        Assert.Contains("row 0, Id B-000: the other direction of Debt", Assert.Throws<ExplanationAssertException>(() => ExplanationAssert.SameReasons(diff)).Message);
    }

    /// <summary>One or two of twelve may be chance of seeds, whatever share they are.</summary>
    [Fact]
    public void What_no_test_tells_from_seeds_is_no_failure_and_too_few_instances_are()
    {
        IReadOnlyList<Borrower> rows = [.. Borrowers.All.Rows.Where(one => one.Age < 40).Take(10), .. Borrowers.All.Rows.Where(one => one.Age > 70).Take(2)];
        IModel<Borrower> after = Model.From<Borrower>(one => one.Age >= 55 ? (one.Income / 1e6) - (one.Debt / 6_000) : Borrowers.ByIncome.Predict(one));
        ModelDiff<Borrower> diff = ModelDiff<Borrower>.Of(Borrowers.ByIncome, after, rows, Near);
        Assert.InRange(diff.FirstReason.Changed.Count, 1, 2);
        Assert.False(diff.FirstReason.IsByModel);
        ExplanationAssert.SameReasons(diff, maximumShare: 0);

        ExplanationAssert.SameReasons(ModelDiff<Borrower>.Of(Borrowers.ByIncome, Borrowers.ByIncome, [.. rows.Take(6)], Near));
        Assert.StartsWith("Of 5 instances of Borrower nothing can be told apart from what seeds do", Assert.Throws<ExplanationAssertException>(() => ExplanationAssert.SameReasons(ModelDiff<Borrower>.Of(Borrowers.ByIncome, after, [.. rows.Take(5)], Near))).Message);

        static Lime<Borrower> Near(int seed) => new() { Neighborhood = new GaussianNeighborhood<Borrower> { Background = Borrowers.All, Samples = 300, Radius = 0.05 }, Seed = seed };
    }

    [Fact]
    public void Answers_differ_beyond_the_tolerance()
    {
        IModel<Borrower> shifted = Model.From<Borrower>(one => Borrowers.ByIncome.Predict(one) + (one.HasDefaulted ? 0.2 : 0.05));
        int defaulted = Borrowers.All.Rows.Count(one => one.HasDefaulted);
        ModelDiff<Borrower> diff = ModelDiff<Borrower>.Of(Borrowers.ByIncome, shifted, Borrowers.All, Borrowers.Lime(30), new() { Tolerance = 0.1 });

        Assert.Equal(new Share(defaulted, 60), diff.Prediction);
        Assert.Equal(0.2, diff.LargestPredictionChange, 12);
        Assert.Equal(((0.2 * defaulted) + (0.05 * (60 - defaulted))) / 60, diff.MeanPredictionChange, 12);
        Assert.Equal(60, ModelDiff<Borrower>.Of(Borrowers.ByIncome, shifted, Borrowers.All, Borrowers.Lime(30)).Prediction.Count);
    }

    [Fact]
    public void Instances_that_cannot_be_explained_are_counted_and_named()
    {
        IReadOnlyList<Borrower> rows = [.. Borrowers.Few, Borrowers.Few[0] with { Age = 400, Id = "B-999" }];
        IModel<Borrower> fails = Model.From<Borrower>(one => one.Age == Borrowers.Few[7].Age && one.Income == Borrowers.Few[7].Income ? double.NaN : one.Debt);
        ModelDiff<Borrower> diff = ModelDiff<Borrower>.Of(Borrowers.ByIncome, fails, rows, Borrowers.Lime(60));

        Assert.Equal(19, diff.Instances.Length);
        Assert.Equal([(7, "B-007", "after"), (20, "B-999", "before")], diff.Failed.Select(failure => (failure.Row, failure.Key!, failure.Model)));
        Assert.Contains("caution: 2 could not be explained and do not count:\n    row 7, B-007, after, seed 0: ", diff.ToString());
        Assert.Contains("2 of 21 instances could not be explained", Assert.Throws<ExplanationAssertException>(() => ExplanationAssert.SameReasons(diff)).Message);
        Assert.Throws<InvalidModelException>(() => ModelDiff<Borrower>.Of(Borrowers.ByIncome, Model.From<Borrower>(_ => double.NaN), rows, Borrowers.Lime(60)));
    }

    [Fact]
    public void Work_that_is_ended_has_no_diff() =>
        Assert.ThrowsAny<OperationCanceledException>(() => ModelDiff<Borrower>.Of(Borrowers.ByIncome, Borrowers.ByDebt, Borrowers.All, Borrowers.Lime(60), cancellation: new(canceled: true)));

    [Fact]
    public void What_cannot_be_compared_is_refused()
    {
        Assert.Throws<InvalidDatasetException>(() => ModelDiff<Borrower>.Of(Borrowers.ByIncome, Borrowers.ByDebt, [], Borrowers.Shap));
        Assert.Contains("no feature that may be a reason", Assert.Throws<InvalidOptionException>(() => ModelDiff<Remark>.Of(Model.From<Remark>(one => one.Text.Length), Model.From<Remark>(one => one.Text.Length), [new("a b")], seed => new Lime<Remark> { Seed = seed })).Message);
        Assert.Contains("Segments of the model diff has a feature that is null", Assert.Throws<InvalidOptionException>(() => ModelDiff<Borrower>.Of(Borrowers.ByIncome, Borrowers.ByDebt, Borrowers.Few, Borrowers.Shap, new() { Segments = [null!] })).Message);
    }

    /// <summary>An explainer of one's own that draws nothing: it takes the reason from the answer.</summary>
    private sealed record Slope : IExplainer<Borrower>
    {
        public string Name { get; init; } = "slope";

        public Run<Borrower, Explanation<Borrower>> Begin(IModelInfo<Borrower> model, Borrower instance, CancellationToken cancellation = default) => new(Steps(model, instance));

        private IEnumerable<RunStep<Borrower, Explanation<Borrower>>> Steps(IModelInfo<Borrower> model, Borrower instance)
        {
            RowBatch<Borrower> asked = new(model, new Dataset<Borrower>([instance]).Encoded.Values.ToArray());
            yield return asked;
            yield return Explanation<Borrower>.Create(this, model, instance, asked.Scores[0], FeatureVector.Of<Borrower>(feature => feature == (asked.Scores[0] > 4 ? BorrowerFeatures.Debt : BorrowerFeatures.Income) ? 1e-5 : 0), Borrowers.All, queries: 1);
        }
    }
}

/// <summary>A record without features but a text.</summary>
[FeatureRecord]
public sealed partial record Remark([property: Text] string Text);
