using TypedExplain.Numerics;

namespace TypedExplain.Tests.Numerics;

/// <summary>What is written four by four has the bits of one number after the other.</summary>
public class RowTilesTests
{
    private const int Stride = 11;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void BitsAreThoseOfTheScalarTwin(bool aroundRows)
    {
        Random random = new(1);
        for (int columns = 1; columns <= RowTiles.Columns; columns++)
        {
            foreach (int count in (int[])[1, 2, 3, 4, 5, 8, 31, RowTiles.Rows - 1, RowTiles.Rows])
            {
                double[] draws = Numbers(random, RowTiles.Columns * RowTiles.Rows), scales = Numbers(random, columns), centers = Numbers(random, columns);
                double[] rows = Numbers(random, count * Stride), expected = [.. rows];
                for (int row = 0; row < count; row++)
                {
                    for (int column = 0; column < columns; column++)
                    {
                        double draw = draws[(column * RowTiles.Rows) + row];
                        ref double own = ref expected[(row * Stride) + 2 + column];
                        own = aroundRows ? (scales[column] * draw) + own : Math.FusedMultiplyAdd(scales[column], draw, centers[column]);
                    }
                }

                Assert.True(RowTiles.Write(draws, scales, aroundRows ? default : centers, rows.AsSpan(2), count, Stride, -100, 100));
                Assert.Equal(expected, rows);
            }
        }
    }

    [Fact]
    public void ANumberOutsideTheLimitsIsSeenWhereverItIs()
    {
        double[] draws = new double[RowTiles.Columns * RowTiles.Rows], rows = new double[7 * Stride];
        foreach (int columns in (int[])[1, 4, 6, 8])
        {
            double[] scales = [.. Enumerable.Repeat(1.0, columns)], centers = new double[columns];
            for (int at = 0; at < 7 * columns; at++)
            {
                ref double draw = ref draws[(at % columns * RowTiles.Rows) + (at / columns)];
                foreach ((double value, bool isWithin) in ((double, bool)[])[(2.1, false), (-1.1, false), (2, true), (-1, true), (double.NaN, false)])
                {
                    draw = value;
                    Assert.Equal(isWithin, RowTiles.Write(draws, scales, centers, rows, 7, Stride, -1, 2));
                }

                draw = 0;
            }
        }
    }

    private static double[] Numbers(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (2 * random.NextDouble()) - 1)];
}
