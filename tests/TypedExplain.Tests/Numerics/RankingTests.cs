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
}
