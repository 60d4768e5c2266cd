using TypedExplain.Testing.Tests.Support;

namespace TypedExplain.Testing.Tests.Assertions;

/// <summary>The direction of an effect.</summary>
public class SameDirectionTests
{
    private static readonly IReadOnlyList<Explanation<Borrower>> s_explanations = Borrowers.Lime(400)(1).ExplainMany(Borrowers.ByIncome, Borrowers.Few).Results;

    /// <summary>Debt lowers the answer of those below 50, and raises that of the rest.</summary>
    private static readonly IReadOnlyList<Explanation<Borrower>> s_mixed = Borrowers.Lime(400)(1).ExplainMany(Model.From<Borrower>(one => one.Debt / 100_000 * (one.Age < 50 ? -1 : 1)), Borrowers.Few).Results;

    [Fact]
    public void A_stated_direction_holds()
    {
        ExplanationAssert.SameDirection(s_explanations, BorrowerFeatures.Income, EffectDirection.Raises);
        ExplanationAssert.SameDirection(s_explanations, BorrowerFeatures.Debt, EffectDirection.Lowers, undecidedFails: true);
    }

    /// <summary>Whether somebody has defaulted or not, having defaulted lowers the answer.</summary>
    [Fact]
    public void The_direction_of_a_flag_is_that_of_its_being_set()
    {
        Assert.Equal([false, true], s_explanations.Select(one => one.Instance.HasDefaulted).Distinct().Order());
        ExplanationAssert.SameDirection(s_explanations, BorrowerFeatures.HasDefaulted, EffectDirection.Lowers, undecidedFails: true);
        Assert.Matches(@"\n  row 0, Id B-000: -0\.\d+\n", Failure(() => ExplanationAssert.SameDirection(s_explanations, BorrowerFeatures.HasDefaulted, EffectDirection.Raises)));
    }

    [Fact]
    public void Another_is_named_with_instances_and_effects()
    {
        string message = Failure(() => ExplanationAssert.SameDirection(s_explanations, BorrowerFeatures.Debt, EffectDirection.Raises));

        Assert.StartsWith("The direction of Debt is that as stated: that it raises the answer, for 0 of 20 (0.0 %, 95 % 0.0 to 16.1 %); at least 100 % must be. 0 of 20 are undecided.\n  row 0, Id B-000: -0.", message);
        Assert.Contains("and 10 more", message);
    }

    [Fact]
    public void A_share_may_have_another()
    {
        Failure(() => ExplanationAssert.SameDirection(s_mixed, BorrowerFeatures.Debt, EffectDirection.Lowers, minimumShare: 0.9));
        ExplanationAssert.SameDirection(s_mixed, BorrowerFeatures.Debt, EffectDirection.Lowers, minimumShare: 0.2);
    }

    [Fact]
    public void What_is_undecided_counts_only_where_that_is_asked_for()
    {
        IReadOnlyList<Explanation<Borrower>> few = Borrowers.Lime(120)(1).ExplainMany(Borrowers.ByBoth, Borrowers.Few).Results;
        Assert.Contains(few, one => one.Undecided!.Contains(BorrowerFeatures.Debt));
        Assert.Contains(few, one => !one.Undecided!.Contains(BorrowerFeatures.Debt));

        ExplanationAssert.SameDirection(few, BorrowerFeatures.Debt, EffectDirection.Lowers);
        Assert.Contains(": undecided\n", Failure(() => ExplanationAssert.SameDirection(few, BorrowerFeatures.Debt, EffectDirection.Lowers, undecidedFails: true)));
    }

    /// <summary>What is stated of nothing would hold of every model.</summary>
    [Fact]
    public void Where_nothing_is_decided_nothing_is_tested()
    {
        IReadOnlyList<Explanation<Borrower>> flat = Borrowers.Lime(100)(1).ExplainMany(Model.From<Borrower>(_ => 1), Borrowers.Few).Results;
        Assert.Contains("None of 20 effects of Income is decided, so nothing was tested", Failure(() => ExplanationAssert.SameDirection(flat, BorrowerFeatures.Income, EffectDirection.Raises)));
        Assert.Throws<InvalidDatasetException>(() => ExplanationAssert.SameDirection([], BorrowerFeatures.Income, EffectDirection.Raises));
    }

    [Fact]
    public void The_direction_of_two_is_the_same_or_not()
    {
        IReadOnlyList<Explanation<Borrower>> linex = new Linex<Borrower> { Neighborhood = new GaussianNeighborhood<Borrower> { Background = Borrowers.All } }.ExplainMany(Borrowers.ByIncome, Borrowers.Few).Results;
        ExplanationAssert.SameDirection(s_explanations, linex, BorrowerFeatures.Income);
        string message = Failure(() => ExplanationAssert.SameDirection(s_explanations, s_mixed, BorrowerFeatures.Debt));
        Assert.StartsWith("The direction of Debt is that of both, for ", message);
        Assert.Contains("explanations and 3 others", Assert.Throws<InvalidOptionException>(() => ExplanationAssert.SameDirection(s_explanations, [.. linex.Take(3)], BorrowerFeatures.Income)).Message);
    }

    [Fact]
    public void The_effect_of_a_protected_feature_is_withheld()
    {
        IReadOnlyList<Explanation<Borrower>> biased = Borrowers.Lime(200)(1).ExplainMany(Model.From<Borrower>(one => one.IsForeign ? 0.3 : 0.7), Borrowers.Few).Results;
        string message = Failure(() => ExplanationAssert.SameDirection(biased, BorrowerFeatures.IsForeign, EffectDirection.Raises));
        Assert.Matches(@"\n  row \d+, Id B-\d{3}: withheld \(protected\)\n", message);
        Assert.DoesNotContain("per standard deviation", message);
    }

    [Fact]
    public void A_direction_without_a_name_is_refused() =>
        Assert.Contains("direction of SameDirection is 7", Assert.Throws<InvalidOptionException>(() => ExplanationAssert.SameDirection(s_explanations, BorrowerFeatures.Income, (EffectDirection)7)).Message);

    private static string Failure(Action assertion) => Assert.Throws<ExplanationAssertException>(assertion).Message;
}
