using TypedExplain.Surrogates;

namespace TypedExplain.Tests.Numerics;

public class LassoTests
{
    [Fact]
    public void TheKnotsAreThoseOfCoordinateDescent()
    {
        int drops = 0;
        for (int seed = 0; seed < 36; seed++)
        {
            Design design = new(rows: 25, columns: 3 + (seed % 6), seed, correlation: 0.13 * (seed % 7), intercept: seed % 4 != 0);
            LassoTwin twin = new(design);
            drops += twin.Drops ? 1 : 0;
            for (int features = 1; features <= design.Columns; features++)
            {
                int[] chosen = new int[design.Columns];
                int count = Lasso.Select(design.Equations(), features, chosen);
                Assert.True(twin.Select(features).SequenceEqual(chosen[..count]), $"seed {seed}, {features} features: {string.Join(' ', chosen[..count])}, not {string.Join(' ', twin.Select(features))}");
            }
        }

        Assert.True(drops >= 3, $"Only {drops} of the paths lose a column on their way, which is what is hard about them.");
    }

    [Fact]
    public void AColumnWithoutVarianceIsNeverChosen()
    {
        Design design = new(rows: 30, columns: 4, seed: 3);
        foreach (double[] row in design.X)
            row[2] = 1;
        int[] chosen = new int[4];
        Assert.Equal(3, Lasso.Select(design.Equations(), 4, chosen));
        Assert.Equal([0, 1, 3], chosen[..3]);
    }

    /// <summary>A copy changes nothing: the path is that without it, with one of the two in place of the one.</summary>
    [Fact]
    public void ACopyOfAColumnChangesNothing()
    {
        for (int seed = 0; seed < 40; seed++)
        {
            Design with = new Design(rows: 30, columns: 5, seed).Duplicate(0, 4);
            LassoTwin without = new(new Design(rows: 30, columns: 5, seed).Duplicate(0, 4).First(4));
            for (int features = 1; features <= 4; features++)
            {
                int[] chosen = new int[5];
                int count = Lasso.Select(with.Equations(), features, chosen);
                Assert.True(
                    without.Select(features).SequenceEqual(chosen[..count].Select(column => column == 4 ? 0 : column).Order()),
                    $"seed {seed}, {features} features: {string.Join(' ', chosen[..count])}, not {string.Join(' ', without.Select(features))}");
            }
        }
    }
}
