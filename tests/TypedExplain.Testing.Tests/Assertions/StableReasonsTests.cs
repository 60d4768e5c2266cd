using TypedExplain.Testing.Tests.Support;

namespace TypedExplain.Testing.Tests.Assertions;

/// <summary>First reasons under several seeds.</summary>
public class StableReasonsTests
{
    [Fact]
    public void Reasons_that_stay_pass()
    {
        ExplanationAssert.StableReasons(Borrowers.Lime(400), Borrowers.ByIncome, Borrowers.Few, maximumShare: 0);
        ExplanationAssert.StableReasons(Borrowers.Shap, Borrowers.ByIncome, Borrowers.Few, topReasons: 3, seeds: 2, maximumShare: 0);
    }

    [Fact]
    public void Reasons_that_change_are_named_with_instances_seeds_features_and_what_to_do()
    {
        string message = Failure(() => ExplanationAssert.StableReasons(Borrowers.Lime(40), Borrowers.ByBoth, Borrowers.Few, seeds: 3, firstSeed: 7));

        Assert.Matches(@"^The first reason of Borrower by LIME depends on the seed for \d+ of 20 \(\d+\.\d %, 95 % \d+\.\d to \d+\.\d %\); at most 5 % may\.\n", message);
        Assert.Matches(@"\n  row \d+, Id B-\d{3}: \w+ under seeds? \d(, \d)*; \w+ under seeds? \d(, \d)*", message);
        Assert.Matches(@"\nFeatures that change places, with the number of instances: (Income \(\d+\), Debt|Debt \(\d+\), Income) \(\d+\)", message);
        Assert.Contains("Samples of the neighborhood is 40", message);
        Assert.DoesNotContain("True", message, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>More samples are the remedy that the message names.</summary>
    [Fact]
    public void The_remedy_helps()
    {
        Failure(() => ExplanationAssert.StableReasons(Borrowers.Lime(30), Borrowers.ByBoth, Borrowers.Few, seeds: 3));
        ExplanationAssert.StableReasons(Borrowers.Lime(3000), Borrowers.ByBoth, Borrowers.Few, seeds: 3);
    }

    [Fact]
    public void A_share_may_change()
    {
        string message = Failure(() => ExplanationAssert.StableReasons(Borrowers.Lime(40), Borrowers.ByBoth, Borrowers.Few, seeds: 3, maximumShare: 0));
        int changing = int.Parse(message.Split(" for ")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);

        ExplanationAssert.StableReasons(Borrowers.Lime(40), Borrowers.ByBoth, Borrowers.Few, seeds: 3, maximumShare: changing / 20.0);
        Failure(() => ExplanationAssert.StableReasons(Borrowers.Lime(40), Borrowers.ByBoth, Borrowers.Few, seeds: 3, maximumShare: (changing - 0.5) / 20.0));
    }

    [Fact]
    public void LINEX_is_told_not_to_draw_its_environments()
    {
        string message = Failure(() => ExplanationAssert.StableReasons(seed => new Linex<Borrower> { Neighborhood = new GaussianNeighborhood<Borrower> { Background = Borrowers.All, Samples = 40 }, Redraws = 1, Seed = seed }, Borrowers.ByBoth, Borrowers.Few, topReasons: 2));
        Assert.Contains("Redraws is 1; null changes least with the seed", message);
    }

    /// <summary>Otherwise the assertion would hold of every explainer.</summary>
    [Fact]
    public void A_seed_that_is_not_passed_on_is_refused()
    {
        InvalidOptionException error = Assert.Throws<InvalidOptionException>(() => ExplanationAssert.StableReasons(_ => Borrowers.Lime(40)(3), Borrowers.ByBoth, Borrowers.Few));
        Assert.Contains("does not pass its seed on", error.Message);

        // Hidden behind an explainer of one's own, too.
        Assert.Throws<InvalidOptionException>(() => ExplanationAssert.StableReasons(_ => new Hiding(Borrowers.Lime(40)(3)), Borrowers.ByBoth, Borrowers.Few));
    }

    [Fact]
    public void Instances_that_cannot_be_explained_are_named()
    {
        IReadOnlyList<Borrower> rows = [.. Borrowers.Few.Take(3), Borrowers.Few[3] with { Age = 400 }];
        string message = Failure(() => ExplanationAssert.StableReasons(Borrowers.Lime(40), Borrowers.ByIncome, rows));
        Assert.StartsWith("1 of 4 instances could not be explained:\n  row 3, B-003, the model, seed 0: ", message);
        Assert.Contains("400", message);
    }

    [Fact]
    public void An_option_outside_its_range_is_refused_as_such()
    {
        Assert.Contains("maximumShare", Assert.Throws<InvalidOptionException>(() => ExplanationAssert.StableReasons(Borrowers.Shap, Borrowers.ByIncome, Borrowers.Few, maximumShare: double.NaN)).Message);
        Assert.Contains("seeds of StableReasons is 1", Assert.Throws<InvalidOptionException>(() => ExplanationAssert.StableReasons(Borrowers.Shap, Borrowers.ByIncome, Borrowers.Few, seeds: 1)).Message);
        Assert.Contains("topReasons", Assert.Throws<InvalidOptionException>(() => ExplanationAssert.StableReasons(Borrowers.Shap, Borrowers.ByIncome, Borrowers.Few, topReasons: 0)).Message);
        Assert.Contains("Samples", Assert.Throws<InvalidOptionException>(() => ExplanationAssert.StableReasons(Borrowers.Lime(0), Borrowers.ByIncome, Borrowers.Few)).Message);
        Assert.Throws<InvalidDatasetException>(() => ExplanationAssert.StableReasons(Borrowers.Shap, Borrowers.ByIncome, []));
    }

    [Fact]
    public void Work_that_is_ended_is_no_failure_of_the_assertion() =>
        Assert.ThrowsAny<OperationCanceledException>(() => ExplanationAssert.StableReasons(Borrowers.Shap, Borrowers.ByIncome, Borrowers.Few, cancellation: new(canceled: true)));

    private static string Failure(Action assertion) => Assert.Throws<ExplanationAssertException>(assertion).Message;

    private sealed record Hiding(IExplainer<Borrower> Inner) : IExplainer<Borrower>
    {
        public string Name => "hiding";

        public Run<Borrower, Explanation<Borrower>> Begin(IModelInfo<Borrower> model, Borrower instance, CancellationToken cancellation = default) => Inner.Begin(model, instance, cancellation);
    }
}
