using TypedExplain.Numerics;

namespace TypedExplain.Tests.Numerics;

public class RankingTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(50)]
    [InlineData(3000)]
    public void EqualScoresKeepTheirOrder(int count)
    {
        Random random = new(count);
        double[] scores = [.. Enumerable.Range(0, count).Select(_ => random.Next(-5, 5) * 0.5)];
        int[] positions = [.. Enumerable.Range(0, count)];

        int[] ascending = [.. positions], descending = [.. positions];
        random.Shuffle(ascending);
        random.Shuffle(descending);
        Ranking.Ascending(scores, ascending);
        Ranking.Descending(scores, descending);

        Assert.Equal(positions.OrderBy(position => scores[position]).ThenBy(position => position), ascending);
        Assert.Equal(positions.OrderByDescending(position => scores[position]).ThenBy(position => position), descending);
    }

    [Fact]
    public void InfinitiesAndZerosOfEitherSign()
    {
        double[] scores = [0.0, double.PositiveInfinity, -0.0, double.NegativeInfinity, 0.0];
        int[] order = [0, 1, 2, 3, 4];
        Ranking.Descending(scores, order);
        Assert.Equal([1, 0, 2, 4, 3], order);
        Ranking.Ascending(scores, order);
        Assert.Equal([3, 0, 2, 4, 1], order);
    }

    [Fact]
    public void NothingToRank() => Ranking.Descending([], []);

    /// <summary>Few numbers, which are put in place one by one, and many: the bits of a general sort, whatever is not a number.</summary>
    [Fact]
    public void NumbersAreSortedAsByAGeneralSort()
    {
        double[] some = [0.5, -1, 2, 2, double.NaN, double.NegativeInfinity, 0, double.PositiveInfinity, -7];
        for (int length = 0; length <= 12; length++)
        {
            for (int draw = 0; draw < 200; draw++)
            {
                RandomStream stream = new RandomStream(draw, "sort").For(length);
                double[] numbers = [.. Enumerable.Range(0, length).Select(i => some[stream.Choose(i, some.Length)])], sorted = [.. numbers];
                int[] positions = [.. Enumerable.Range(0, length)], order = [.. Enumerable.Range(0, length).OrderBy(i => numbers[i])];
                Array.Sort(sorted);
                Ranking.Ascending(numbers, positions);
                Ranking.Ascending(numbers);

                Assert.Equal(sorted, numbers);
                if (!sorted.Any(double.IsNaN))
                    Assert.Equal(order, positions);
            }
        }
    }
}
