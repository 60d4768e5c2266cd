using System.Globalization;
using TypedExplain.Metrics;

namespace TypedExplain.Tests.Metrics;

/// <summary>The paired tests, against published tables and a count of every choice of signs.</summary>
public class PairedTestTests
{
    [Fact]
    public void StudentsSleepData()
    {
        // Ten patients under two drugs (Student, 1908): t = −4.0621 with 9 degrees of freedom, p = 0.002833.
        PairedTest test = PairedTest.Of(
            Values(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0),
            Values(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4));
        Assert.Equal(-1.58, test.MeanDifference, 1e-12);
        Assert.Equal(-4.0621, test.MeanDifference / test.StandardError, 1e-4);
        Assert.Equal(0.002833, test.StudentP, 1e-6);

        // One difference is 0; the other nine have one sign: 2/2⁹.
        Assert.Equal(2 / 512.0, test.WilcoxonP, 1e-15);
        Assert.Equal(
            "Infidelity differs by -1.5800 ± 0.3890 over 10 rows, the first is better: p 0.0028 (paired t), 0.0039 (Wilcoxon signed-rank)",
            test.ToString());
    }

    [Theory]
    [InlineData("1 -2 3 4 -5 6")]
    [InlineData("1 1 -1 2 2 -3 4")]
    [InlineData("-1 -1 -1")]
    [InlineData("0 5 -5")]
    [InlineData("0.5 0.25 -3 8 8 -8 1 0 2")]
    public void RanksAreThoseOfEveryChoiceOfSigns(string text)
    {
        double[] differences = [.. text.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
        double[] some = [.. differences.Where(difference => difference != 0)];
        double[] ranks = [.. some.Select(a => some.Count(b => Math.Abs(b) < Math.Abs(a)) + ((some.Count(b => Math.Abs(b) == Math.Abs(a)) + 1) / 2.0))];
        double observed = Math.Abs(some.Zip(ranks, (difference, rank) => Math.Sign(difference) * rank).Sum());
        int asFar = 0;
        for (int signs = 0; signs < 1 << some.Length; signs++)
        {
            double sum = ranks.Select((rank, i) => (signs >> i & 1) == 1 ? rank : -rank).Sum();
            asFar += Math.Abs(sum) >= observed - 1e-9 ? 1 : 0;
        }

        Assert.Equal((double)asFar / (1 << some.Length), SignedRanks.PValue(differences), 1e-12);
    }

    [Fact]
    public void ManyDifferencesAreNearlyNormal()
    {
        // 60 differences of different magnitudes, 24 of them negative: the exact value, by counting, is 0.180432.
        Assert.Equal(0.180432, SignedRanks.PValue([.. Enumerable.Range(1, 60).Select(i => i % 5 < 2 ? -(double)i : i)]), 0.002);
        Assert.Equal(1, SignedRanks.PValue([.. Enumerable.Range(1, 60).SelectMany(i => new double[] { i, -i })]));
    }

    [Fact]
    public void NoDifference()
    {
        PairedTest test = PairedTest.Of(Values(1, 2, 3), Values(1, 2, 3));
        Assert.Equal((0, 0, 1, 1), (test.MeanDifference, test.StandardError, test.StudentP, test.WilcoxonP));
        Assert.Contains("neither is better", test.ToString());
    }

    [Fact]
    public void TheSameDifferenceEverywhere()
    {
        PairedTest test = PairedTest.Of(Values(2, 3, 4), Values(1, 2, 3));
        Assert.Equal((1, 0, 0, 0.25), (test.MeanDifference, test.StandardError, test.StudentP, test.WilcoxonP));
        Assert.False(test.IsFirstBetter);
        Assert.Contains("p below 0.0001 (paired t), 0.2500", test.ToString());
    }

    [Fact]
    public void HigherIsBetter()
    {
        PairedTest test = PairedTest.Of(Values(2, 3) with { Direction = MetricDirection.HigherIsBetter }, Values(1, 2));
        Assert.True(test.IsFirstBetter);
    }

    [Fact]
    public void ScoresThatCannotBeCompared()
    {
        Assert.Contains("both must be the same", Message(Values(1, 2), Values(1, 2) with { Metric = "Stability" }));
        Assert.Contains("both must be the same", Message(Values(1, 2), Values(1, 2) with { Convention = "other" }));
        Assert.Contains("2 and 3 rows; both must have the same", Message(Values(1, 2), Values(1, 2, 3)));
        Assert.Contains("at least 2", Message(Values(1), Values(1)));

        static string Message(Score first, Score second) => Assert.Throws<InvalidOptionException>(() => PairedTest.Of(first, second)).Message;
    }

    private static Score Values(params double[] values) => Score.Of("Infidelity", values, "rows", MetricDirection.LowerIsBetter, "convention");
}
