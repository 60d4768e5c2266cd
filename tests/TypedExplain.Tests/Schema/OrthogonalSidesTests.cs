using TypedExplain.Schema.Values;

namespace TypedExplain.Tests.Schema;

/// <summary>Signs of pairs do not depend on where a part of them begins, and are the sides that shares are turned to.</summary>
public class OrthogonalSidesTests
{
    private const int Pairs = 700;

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 4)]
    [InlineData(31, 32)]
    [InlineData(99, 100)]
    [InlineData(126, 500)]
    public void PartsHaveTheSignsOfTheWhole(int feature, int features)
    {
        OrthogonalSides sides = new(new RandomStream(3, "sides"), feature, features);
        double[] whole = [.. Enumerable.Range(1, Pairs).Select(i => i % 3 == 0 ? -i : (double)i)];
        double[] drawn = [.. whole];
        sides.Sign(0, whole);
        double[] shares = [.. Enumerable.Repeat(0.25, Pairs)];
        sides.Turn(0, shares, 1);
        for (int i = 0; i < Pairs; i++)
        {
            Assert.Equal(Math.Abs(drawn[i]), Math.Abs(whole[i]));
            Assert.Equal(shares[i] > 0.5, whole[i] > 0);
        }

        foreach (int first in (int[])[1, 7, 31, 64, 129, 699])
        {
            double[] part = [.. drawn.AsSpan(first, Math.Min(90, Pairs - first))];
            sides.Sign(first, part);
            Assert.Equal(whole[first..(first + part.Length)], part);
        }
    }

    [Fact]
    public void FeaturesWithoutAColumnKeepTheirSigns()
    {
        double[] normals = [1, -2, 3, -4];
        new OrthogonalSides(new RandomStream(3, "sides"), 127, 500).Sign(0, normals);
        Assert.Equal([1, -2, 3, -4], normals);
    }
}
