using System.Globalization;
using System.Numerics;
using TypedExplain.Summaries;

namespace TypedExplain.Tests.Summaries;

/// <summary>Sums lose nothing and are rounded once, to the nearest double.</summary>
public class ExactSumTests
{
    private static readonly double[] s_odd = [0, double.Epsilon, -double.Epsilon, 1, -1, 0.1, double.MaxValue, -double.MaxValue, 2.2250738585072014E-308, 1e16, 1 - 1.1e-16, 3e-320];

    [Theory]
    [InlineData(1, 2046)]
    [InlineData(2, 60)]
    [InlineData(3, 4)]
    public void Sums_are_those_of_whole_numbers(int seed, int exponents)
    {
        for (int repeat = 0; repeat < 40; repeat++)
        {
            double[] numbers = [.. Numbers(seed + (10 * repeat), 1 + (13 * repeat), exponents), .. repeat % 2 == 0 ? s_odd : []];
            Tally tally = Tally.Coarse();
            foreach (double number in numbers)
                tally.Add(number);

            BigInteger sum = numbers.Aggregate(BigInteger.Zero, (all, number) => all + Units(number));
            BigInteger magnitudes = numbers.Aggregate(BigInteger.Zero, (all, number) => all + BigInteger.Abs(Units(number)));
            Assert.Equal(Parsed(sum), tally.Sum());
            Assert.Equal(Parsed(magnitudes), tally.SumOfMagnitudes());
        }
    }

    /// <summary>Every word is full, so whatever is added runs through all words above it.</summary>
    [Fact]
    public void Carries_run_through_all_words()
    {
        BigInteger full = (BigInteger.One << 320) - 1;
        for (int exponent = -1074; exponent < -700; exponent++)
        {
            double value = Math.ScaleB(1, exponent), odd = Math.ScaleB(1 + Math.ScaleB(1, -52), exponent + 52);
            foreach (double number in (double[])[value, odd, -odd])
            {
                ExactSum sum = ExactSum.OfUnits(full);
                sum.Add(number);
                Assert.Equal(full + BigInteger.Abs(Units(number)), sum.InUnits());
            }

            double root = Math.ScaleB(1 - Math.ScaleB(1, -53), exponent / 2);
            ExactSum squares = ExactSum.OfUnits(full);
            squares.AddSquare(root);
            Assert.Equal(full + ((Units(root) * Units(root)) >> 1074), squares.InUnits());
        }
    }

    [Fact]
    public void Quotients_are_rounded_to_the_nearest()
    {
        Assert.Equal(1 / 3.0, ExactRatio.Round(1, 3, 0));
        Assert.Equal(-2 / 7.0, ExactRatio.Round(-2, 7, 0));
        Assert.Equal(0.1, ExactRatio.Round(1, 10, 0));
        Assert.Equal(double.Epsilon, ExactRatio.Round(1, 1, -1074));
        Assert.Equal(0, ExactRatio.Round(1, 2, -1074));
        Assert.Equal(double.Epsilon, ExactRatio.Round(3, 4, -1074));
        Assert.Equal(2 * double.Epsilon, ExactRatio.Round(3, 2, -1074));
        Assert.Equal(double.MaxValue, ExactRatio.Round((BigInteger.One << 53) - 1, 1, 971));
        Assert.Equal(double.PositiveInfinity, ExactRatio.Round(BigInteger.One, 1, 1024));
        Assert.Equal(9007199254740992.0, ExactRatio.Round((BigInteger.One << 53) + 1, 1, 0));
        Assert.Equal(9007199254740996.0, ExactRatio.Round((BigInteger.One << 53) + 3, 1, 0));
    }

    [Fact]
    public void Equal_numbers_have_no_error_at_all()
    {
        Tally tally = Tally.Coarse();
        for (int i = 0; i < 1000; i++)
            tally.Add(0.1);
        Assert.Equal((0.1, 0.0, 0.0), tally.Moments());
        Assert.Equal((0.1, 0.0, 0.0), tally.MagnitudeMoments());
    }

    [Fact]
    public void The_error_of_a_mean_is_what_two_passes_find()
    {
        double[] numbers = Numbers(5, 400, 3);
        Tally tally = Tally.Coarse();
        foreach (double number in numbers)
            tally.Add(number);
        double mean = numbers.Average(), spread = numbers.Sum(number => (number - mean) * (number - mean));

        (double found, double error, double deviation) = tally.Moments();
        Assert.Equal(mean, found, 1e-12);
        Assert.Equal(Math.Sqrt(spread / (399.0 * 400)), error, 1e-12);
        Assert.Equal(Math.Sqrt(spread / 399), deviation, 1e-12);
    }

    [Fact]
    public void Squares_beyond_all_doubles_make_the_error_infinite_only()
    {
        Tally tally = Tally.Coarse();
        tally.Add(1e200);
        tally.Add(-1e200);
        tally.Add(1);
        Assert.Equal(1, tally.Sum());
        Assert.Equal(double.PositiveInfinity, tally.Moments().Error);
    }

    internal static double[] Numbers(int seed, int count, int exponents)
    {
        RandomStream stream = new(seed, "numbers");
        return [.. Enumerable.Range(0, count).Select(i => Math.ScaleB(stream.Uniform(3 * i) - 0.5, stream.Choose((3 * i) + 1, exponents) - (exponents / 2)))];
    }

    /// <summary>A double in units of the smallest one, by a way of its own.</summary>
    private static BigInteger Units(double value)
    {
        int exponent = 0;
        for (; value != Math.Truncate(value); exponent++)
            value *= 2;
        return new BigInteger(value) * BigInteger.Pow(2, 1074 - exponent);
    }

    /// <summary>All digits of the sum, left to the platform to round.</summary>
    private static double Parsed(BigInteger units) => double.Parse((units * BigInteger.Pow(5, 1074)).ToString(CultureInfo.InvariantCulture) + "e-1074", CultureInfo.InvariantCulture);
}
