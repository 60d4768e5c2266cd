using TypedExplain.Numerics;
using TypedExplain.Summaries;

namespace TypedExplain.Tests.Summaries;

/// <summary>Quantiles are within their bound, and a histogram does not depend on an order.</summary>
public class BucketTests
{
    [Theory]
    [InlineData(1, 8, true)]
    [InlineData(2, 40, true)]
    [InlineData(3, 300, true)]
    [InlineData(4, 8, false)]
    [InlineData(5, 40, false)]
    public void Quantiles_are_within_their_bound(int seed, int exponents, bool isFine)
    {
        double[] numbers = [.. ExactSumTests.Numbers(seed, 3000, exponents), 0, 0, -0.0];
        NumberSummary summary = new(Tallied(numbers, isFine));
        Array.Sort(numbers);
        double largest = numbers.Max(Math.Abs);

        Assert.Equal(isFine ? 1 / 64.0 : 1 / 8.0, summary.RelativeError);
        Assert.InRange(summary.AbsoluteError, 0, largest * (isFine ? 1.0 / (1 << 19) : 1.0 / (1 << 9)));
        for (int i = 0; i <= 500; i++)
        {
            double p = i / 500.0, exact = numbers[(int)Math.Floor(p * (numbers.Length - 1))];
            Assert.InRange(Math.Abs(summary.Quantile(p) - exact), 0, Math.Max(summary.RelativeError * Math.Abs(exact), summary.AbsoluteError));
        }

        Assert.Equal(numbers[0], summary.Quantile(0));
        Assert.Equal(numbers[^1], summary.Quantile(1));
    }

    [Theory]
    [InlineData(1, 8)]
    [InlineData(2, 300)]
    [InlineData(3, 2000)]
    public void Orders_and_parts_make_no_difference(int seed, int exponents)
    {
        double[] numbers = ExactSumTests.Numbers(seed, 500, exponents);
        string once = SummaryText.Of(new NumberSummary(Tallied(numbers, isFine: true)));
        for (int repeat = 0; repeat < 20; repeat++)
        {
            int[] order = new Shuffle(new RandomStream(repeat, "order")).Permutation(numbers.Length);
            double[] shuffled = [.. order.Select(at => numbers[at])];
            Assert.Equal(once, SummaryText.Of(new NumberSummary(Tallied(shuffled, isFine: true))));

            Tally[] parts = [.. shuffled.Chunk(1 + (repeat * 7)).Select(part => Tallied(part, isFine: true))];
            Tally merged = Tally.Fine(withPositions: true);
            foreach (Tally part in parts)
                merged.Merge(part);
            Assert.Equal(once, SummaryText.Of(new NumberSummary(merged)));
        }
    }

    [Fact]
    public void Buckets_ascend_and_hold_their_numbers()
    {
        double[] numbers = [.. ExactSumTests.Numbers(9, 2000, 60), 0];
        NumberSummary summary = new(Tallied(numbers, isFine: true));

        Assert.Equal(numbers.Length, summary.Buckets.Sum(bucket => bucket.Count));
        for (int i = 1; i < summary.Buckets.Length; i++)
            Assert.True(summary.Buckets[i - 1].To <= summary.Buckets[i].From);
        foreach (SummaryBucket bucket in summary.Buckets)
            Assert.Equal(bucket.Count, numbers.Count(number => bucket.From < 0 ? number > bucket.From && (number <= bucket.To && (bucket.To <= 0 || number < bucket.To)) : number >= bucket.From && number < bucket.To));
    }

    [Fact]
    public void Zeros_have_a_bucket_without_width()
    {
        SummaryBucket bucket = Assert.Single(new NumberSummary(Tallied([0, -0.0, 0], isFine: true)).Buckets);
        Assert.Equal((0.0, 0.0, 3L, 0.0), (bucket.From, bucket.To, bucket.Count, bucket.Middle));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    public void A_quantile_is_of_a_share(double p) =>
        Assert.StartsWith($"p of a quantile is ", Assert.Throws<InvalidOptionException>(() => new NumberSummary(Tallied([1], isFine: true)).Quantile(p)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_largest_doubles_are_counted()
    {
        NumberSummary summary = new(Tallied([double.MaxValue, -double.MaxValue, double.Epsilon, 1], isFine: true));
        Assert.Equal((4L, double.MaxValue, -double.MaxValue), (summary.Count, summary.Quantile(1), summary.Quantile(0)));
        Assert.Equal(1, summary.Sum);
        Assert.Equal(0, summary.Quantile(0.5));
    }

    private static Tally Tallied(double[] numbers, bool isFine)
    {
        Tally tally = isFine ? Tally.Fine(withPositions: true) : Tally.Coarse();
        for (int i = 0; i < numbers.Length; i++)
            tally.Add(numbers[i], isFine ? (int)(Math.Abs(numbers[i] * 1e3) % 257) - 1 : 0);
        return tally;
    }
}
