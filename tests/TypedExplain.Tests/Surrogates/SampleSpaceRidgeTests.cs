using TypedExplain.Numerics;
using TypedExplain.Surrogates;

namespace TypedExplain.Tests.Surrogates;

public class SampleSpaceRidgeTests
{
    /// <summary>The same fit as by the columns, whatever the sizes are to a tile and a block; rows of weight 0 count for nothing.</summary>
    [Theory]
    [InlineData(3, 5, true)]
    [InlineData(8, 9, true)]
    [InlineData(13, 70, true)]
    [InlineData(40, 130, false)]
    [InlineData(65, 129, true)]
    public void IsTheFitByColumns(int rows, int columns, bool intercept)
    {
        const double ridge = 0.3;
        int stride = Moments.Stride(columns + 2);
        Random random = new(rows);
        double[] table = new double[rows * stride], weights = [.. Enumerable.Range(0, rows).Select(row => row % 5 == 2 ? 0 : random.NextDouble())];
        for (int row = 0; row < rows; row++)
        {
            for (int i = 0; i <= columns; i++)
                table[(row * stride) + i] = random.NextDouble() + (i % 3);
            table[(row * stride) + columns + 1] = 1;
        }

        double[] moments = new double[stride * stride], expected = new double[columns], slopes = new double[columns];
        Moments.Of(table, stride, weights, moments);
        NormalEquations equations = NormalEquations.From(moments, columns, intercept, new double[NormalEquations.MemoryFor(columns)]);
        WeightedRidge.Solve(equations, ridge, expected);

        Assert.True(SampleSpaceRidge.TrySolve(table, stride, weights, intercept, ridge, slopes, out double constant));
        for (int i = 0; i < columns; i++)
            Assert.Equal(expected[i], slopes[i], 1e-10);
        Assert.Equal(equations.Intercept(expected), constant, 1e-10);
    }

    [Theory]
    [InlineData(500, 784, 1, true)]
    [InlineData(500, 784, 0, false)]
    [InlineData(500, 500, 1, false)]
    public void IsTakenWhereThereAreMoreColumns(int rows, int columns, double ridge, bool taken) => Assert.Equal(taken, SampleSpaceRidge.IsShorter(rows, columns, ridge));
}
