using TypedExplain.Numerics;

namespace TypedExplain.Tests.Numerics;

public class PrincipalComponentsTests
{
    private static readonly double[] s_direction = [2.0 / 3, -1.0 / 3, 2.0 / 3];

    [Fact]
    public void RowsOnALineComeBack()
    {
        double[] rows = [.. new[] { -3.0, -1, 0, 1, 3 }.SelectMany(length => s_direction.Select(part => length * part))];
        PrincipalComponents components = new(rows, 3, 1);
        double[] coordinate = new double[1], row = new double[3];

        // The largest entry of a direction is positive, so the line runs this way and not the other.
        components.Project(rows.AsSpan(12, 3), coordinate);
        Assert.Equal(3, coordinate[0], 1e-12);
        components.Restore(coordinate, row);
        for (int j = 0; j < 3; j++)
            Assert.Equal(3 * s_direction[j], row[j], 1e-12);
    }

    [Fact]
    public void TheFirstDirectionVariesMostAndAllOfThemRestoreARow()
    {
        Random random = new(2);
        double[][] rows = [.. Enumerable.Range(0, 50).Select(_ => (double[])[random.NextDouble() - 0.5, 5 * (random.NextDouble() - 0.5), 2 * (random.NextDouble() - 0.5)])];
        for (int j = 0; j < 3; j++)
        {
            double mean = rows.Average(row => row[j]);
            foreach (double[] row in rows)
                row[j] -= mean;
        }

        PrincipalComponents components = new([.. rows.SelectMany(row => row)], 3, 3);
        double[] squares = new double[3], coordinates = new double[3], again = new double[3];
        foreach (double[] row in rows)
        {
            components.Project(row, coordinates);
            components.Restore(coordinates, again);
            for (int j = 0; j < 3; j++)
            {
                squares[j] += coordinates[j] * coordinates[j];
                Assert.Equal(row[j], again[j], 1e-12);
            }
        }

        Assert.True(squares[0] > squares[1] && squares[1] > squares[2]);
        Assert.Equal(rows.Sum(row => row.Sum(value => value * value)), squares.Sum(), 1e-9);
    }
}
