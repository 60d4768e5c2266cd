using System.Globalization;

namespace TypedExplain.Tests.Zoo;

/// <summary>Reasons as a user meets them: a closed enum of codes, and texts in languages.</summary>
public class ReasonTests
{
    [Fact]
    public void CodesAreAClosedEnumInTheOrderOfTheRecord()
    {
        Assert.Equal(
            [ApplyingReason.R01, ApplyingReason.R02, ApplyingReason.R03, ApplyingReason.R04, ApplyingReason.R_05, ApplyingReason.R_06, ApplyingReason.R_07, ApplyingReason.R08, ApplyingReason.@class, ApplyingReason._10, ApplyingReason._11, ApplyingReason._12, ApplyingReason._13, ApplyingReason.J1, ApplyingReason.J0],
            FeatureSchema.Of<Applying>().Reasons.Select(reason => reason.Code));
        Assert.Equal(FeatureSchema.Of<Applying>().Reasons.Length, Enum.GetValues<ApplyingReason>().Length);
        Assert.Equal([JobReason.J1, JobReason.R01], FeatureSchema.Of<Job>().Reasons.Select(reason => reason.Code));
        Assert.Empty(FeatureSchema.Of<LoanApplication>().Reasons);
    }

    [Fact]
    public void ATextOfResourcesIsInTheLanguageThatWasAskedForOrNone()
    {
        Reason<Applying> reason = FeatureSchema.Of<Applying>().Reasons.Single(reason => reason.Code == ApplyingReason._11);

        Assert.Equal(("11", "the text of NoPurpose"), (reason.CodeText, reason.Text));
        Assert.Equal("le texte", reason.TextIn(new Language("fr-CA", new Language("fr", CultureInfo.InvariantCulture))));
        Assert.False(reason.HasTextIn(new Language("de", CultureInfo.InvariantCulture)));
        Assert.Contains("has no text in the language de", Assert.Throws<InvalidOperationException>(() => reason.TextIn(new Language("de", CultureInfo.InvariantCulture))).Message);
    }

    [Fact]
    public void ATextInTheAnnotationIsOneForAllLanguages()
    {
        Reason<Applying> reason = FeatureSchema.Of<Applying>().Reasons.Single(reason => reason.Code == ApplyingReason.R02);

        Assert.Equal(("R02", "Time at the address \"so far\" & <before>"), (reason.CodeText, reason.TextIn(new Language("de", CultureInfo.InvariantCulture))));
    }

    /// <summary>A language that needs no globalization data.</summary>
    private sealed class Language(string name, CultureInfo parent) : CultureInfo("")
    {
        public override string Name => name;

        public override CultureInfo Parent => parent;
    }
}
