using TypedExplain.Testing.Tests.Support;

namespace TypedExplain.Testing.Tests.Assertions;

/// <summary>Explanations as good as a standard asks for.</summary>
public class MeetsStandardTests
{
    private static readonly IReadOnlyList<Explanation<Borrower>> s_explanations = Borrowers.Lime(200)(1).ExplainMany(Borrowers.ByIncome, Borrowers.Few).Results;

    [Fact]
    public void What_meets_it_passes()
    {
        ExplanationAssert.MeetsStandard(s_explanations[0], new() { MinimumFit = 0.9 });
        ExplanationAssert.MeetsStandard(s_explanations, new() { MinimumFit = 0.9, TopReasonsDecided = 1 });
    }

    [Fact]
    public void What_does_not_is_named_with_what_it_lacks()
    {
        ExplanationStandard standard = new() { MaximumHalfWidth = 1e-9, MinimumSignAgreement = 0.5 };
        string message = Failure(() => ExplanationAssert.MeetsStandard(s_explanations, standard, minimumShare: 0.5));

        Assert.StartsWith("The standard (R² at least 0.5, signs agree at least 0.5, effects within ±1E-09) is met by 0 of 20 (0.0 %, 95 % 0.0 to 16.1 %); at least 50 % must meet it.\n  row 0, Id B-000: LIME has no environments that could agree on signs; the effect of ", message);
        foreach (string missed in s_explanations[0].Missed(standard))
            Assert.Contains(missed, Failure(() => ExplanationAssert.MeetsStandard(s_explanations[0], standard)));
    }

    [Fact]
    public void A_share_of_them_is_enough_where_that_is_asked_for()
    {
        ExplanationStandard standard = new() { MissAtInstance = s_explanations.Select(one => Math.Abs(one.LocalPrediction - one.Prediction)).Order().ElementAt(9) };

        ExplanationAssert.MeetsStandard(s_explanations, standard, minimumShare: 0.5);
        Assert.Contains("is met by 10 of 20", Failure(() => ExplanationAssert.MeetsStandard(s_explanations, standard, minimumShare: 0.51)));
    }

    [Fact]
    public void A_standard_that_says_nothing_is_refused() =>
        Assert.Throws<InvalidOptionException>(() => ExplanationAssert.MeetsStandard(s_explanations, new() { MinimumFit = 2 }));

    private static string Failure(Action assertion) => Assert.Throws<ExplanationAssertException>(assertion).Message;
}
