using System.Globalization;

namespace TypedExplain.Tests.Explanations;

/// <summary>A score in one line.</summary>
public class ScoreTextTests
{
    [Fact]
    public void LowerIsBetter() => Assert.Equal(
        "Infidelity 0.012 ± 0.001 over 250 rows (lower is better)",
        new Score("Infidelity", 0.0123, 0.0009, 250, "rows", MetricDirection.LowerIsBetter, "all rows").ToString());

    [Fact]
    public void HigherIsBetter() => Assert.Equal(
        "Unidirectionality 0.900 ± 0.000 over 3 classes (higher is better)",
        new Score("Unidirectionality", 0.9, 0, 3, "classes", MetricDirection.HigherIsBetter, "per class").ToString());

    /// <summary>What is not 0 does not look like it.</summary>
    [Fact]
    public void SmallNumbersKeepTheirDigits() => Assert.Equal(
        "Infidelity 0.000123 ± 0.0000457 over 40 rows (lower is better)",
        new Score("Infidelity", 0.0001234, 0.00004567, 40, "rows", MetricDirection.LowerIsBetter, "all rows").ToString());

    [Fact]
    public void AnErrorThatIsRoundingIsNone() => Assert.Equal(
        "Infidelity 1.000 ± 0.000 over 40 rows (lower is better)",
        new Score("Infidelity", 1, 6.79e-8, 40, "rows", MetricDirection.LowerIsBetter, "all rows").ToString());

    [Fact]
    public void UndefinedSaysWhy() => Assert.Equal(
        "Infidelity is undefined: no row has a neighbor",
        new Score("Infidelity", double.NaN, 0, 0, "rows", MetricDirection.LowerIsBetter, "no row has a neighbor").ToString());

    [Fact]
    public void TheCultureOfTheReaderChangesNothing()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = new NumberFormatInfo { NumberDecimalSeparator = "," } };
            LowerIsBetter();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void MeanAndStandardError()
    {
        Score score = Score.Of("metric", [1.0, 2.0, 3.0, 6.0], "rows", MetricDirection.LowerIsBetter, "");
        Assert.Equal(3, score.Mean, 1e-15);
        Assert.Equal(Math.Sqrt(14.0 / 3 / 4), score.StandardError, 1e-15);
        Assert.Equal(0, Score.Of("metric", [5.0], "rows", MetricDirection.LowerIsBetter, "").StandardError);
        Assert.False(Score.Of("metric", [], "rows", MetricDirection.LowerIsBetter, "").IsDefined);
    }
}
