using MathNet.Numerics.LinearAlgebra;
using TypedExplain.Surrogates;

namespace TypedExplain.Tests.Numerics;

public class NormalEquationsTests
{
    [Theory]
    [InlineData(1, true)]
    [InlineData(1, false)]
    [InlineData(5, true)]
    [InlineData(5, false)]
    [InlineData(11, true)]
    [InlineData(11, false)]
    public void AreTheDirectSums(int columns, bool intercept)
    {
        Design design = new(rows: 60, columns, seed: columns, intercept: intercept);
        NormalEquations equations = design.Equations();
        Matrix<double> x = design.Scaled();
        Vector<double> y = design.ScaledResponse;

        Assert.Equal(columns, equations.Size);
        Assert.Equal(design.Weight, equations.Weight, 1e-12);
        Near(x.TransposeThisAndMultiply(x).ToRowMajorArray(), equations.Gram);
        Near(x.TransposeThisAndMultiply(y).ToArray(), equations.Cross);
        Near([y.DotProduct(y)], [equations.ResponseSquares]);

        // Means are measured from the origin of the table.
        double[] origin = intercept ? design.X[0] : new double[columns];
        Near([.. design.Means.Zip(origin, (mean, from) => mean - from)], equations.Mean);
        Assert.Equal(design.MeanResponse, equations.MeanResponse, 1e-12);
    }

    [Fact]
    public void TheGramMatrixIsSymmetricToTheBit()
    {
        NormalEquations equations = new Design(rows: 50, columns: 9, seed: 1).Equations();
        for (int i = 0; i < 9; i++)
        {
            for (int j = 0; j < 9; j++)
                Assert.Equal(equations.Gram[(i * 9) + j], equations.Gram[(j * 9) + i]);
        }
    }

    [Fact]
    public void AConstantColumnHasNoVariance()
    {
        Design design = new(rows: 50, columns: 3, seed: 2);
        foreach (double[] row in design.X)
            row[1] = 1234.5;
        NormalEquations equations = design.Equations();
        Assert.Equal((0, 0, 0, 0), (equations.Gram[1], equations.Gram[4], equations.Gram[7], equations.Cross[1]));
    }

    [Fact]
    public void RestrictingPicksRowsAndColumns()
    {
        NormalEquations all = new Design(rows: 40, columns: 6, seed: 3).Equations();
        int[] columns = [4, 0, 5];
        NormalEquations part = all.Restrict(columns, new double[NormalEquations.MemoryFor(3)]);
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(all.Cross[columns[i]], part.Cross[i]);
            Assert.Equal(all.Mean[columns[i]], part.Mean[i]);
            for (int j = 0; j < 3; j++)
                Assert.Equal(all.Gram[(columns[i] * 6) + columns[j]], part.Gram[(i * 3) + j]);
        }

        Assert.Equal((all.MeanResponse, all.ResponseSquares, all.Weight), (part.MeanResponse, part.ResponseSquares, part.Weight));
    }

    private static void Near(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        double size = 0;
        foreach (double value in expected)
            size = Math.Max(size, Math.Abs(value));
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 1e-12 * (1 + size));
    }
}
