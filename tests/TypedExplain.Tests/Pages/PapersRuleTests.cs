using Papers;

namespace TypedExplain.Tests.Pages;

/// <summary>The one rule by which the papers' findings are judged.</summary>
public class PapersRuleTests
{
    private static readonly double[] s_low = [1, 2, 3, 4, 5, 6], s_high = [2.1, 3, 4.2, 5, 6.1, 7], s_mixed = [1.5, 1, 4, 3, 5.5, 5.4];

    [Theory]
    [InlineData(1, 2, true, Outcome.CameOut)]
    [InlineData(2, 1, true, Outcome.Better)]
    [InlineData(2, 1, false, Outcome.OtherWay)]
    [InlineData(1, 2, false, Outcome.CameOut)]
    public void ATestTellsTheDirection(double first, double second, bool isLowerBetter, Outcome expected) =>
        Assert.Equal(expected, Judge(new(first, second, true), new(s_low, s_high, "splits", 6), isLowerBetter));

    [Fact]
    public void WithoutATestThereIsNoDirection()
    {
        Assert.Equal(Outcome.NoDifference, Judge(new(1, 2, true), new(s_low, s_mixed, "splits", 6)));
        Assert.Equal(Outcome.NotTested, Judge(new(1, 2, true), new(s_low, s_high, "rows", 1)));
        Assert.Equal(Outcome.NotTested, Judge(new(1, 2, true), new([1], [2], "runs", 2)));
        Assert.Equal(Outcome.NotTested, Judge(new(1, 2, true), new([1, double.NaN], [2, 3], "splits", 2)));
    }

    [Fact]
    public void WhatThePaperDoesNotTellIsNotJudged()
    {
        Assert.Equal(Outcome.PaperTellsNone, Judge(Contrast.OfErrors(0.013, 0.009, 0.015, 0.011), new(s_low, s_high, "splits", 6)));
        Assert.Equal(Outcome.PaperTellsNone, Judge(Contrast.OfErrors(0.013, 0.009, 0.015, 0.011), new(s_low, s_high, "rows", 1)));
        Assert.Equal(Outcome.CameOut, Judge(Contrast.OfErrors(0.044, 0.013, 0.319, 0.132), new(s_low, s_high, "splits", 6)));
    }

    [Fact]
    public void AnArtefactIsOneWhicheverWayItWent() =>
        Assert.Equal(Outcome.Artefact, (new Finding("", new(1, 2, true), new(s_low, s_high, "splits", 6)) { Artefact = "an echo" }).Judge().Outcome);

    [Fact]
    public void AVerdictTellsItsNumbersAndTheFactor()
    {
        Finding finding = Finding.Of("LIME-NF", "FIDELITY", "None", new(1, 4, true), new([1, 2, 3], [2, 4.5, 5.5], "divisions", 3)) with { HasFactor = true };
        Assert.Equal("LIME-NF of FIDELITY below None (published 1 against 4)", finding.Claim);
        Assert.StartsWith("2 against 4, p = 0.0572 (paired t over 3 divisions); published ÷ 4, here ÷ 2", finding.Judge().Reason, StringComparison.Ordinal);
    }

    private static Outcome Judge(Contrast published, Pairs measured, bool isLowerBetter = true) =>
        new Finding("", published, measured) { IsLowerBetter = isLowerBetter }.Judge().Outcome;
}
