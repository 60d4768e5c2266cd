using MathNet.Numerics.LinearAlgebra;
using TypedExplain.Numerics;

namespace TypedExplain.Tests.Numerics;

public class CholeskyTests
{
    /// <summary>Sizes on both sides of a vector's width and of the limit above which the diagonal is kept on the heap.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(30)]
    [InlineData(128)]
    [InlineData(129)]
    public void FactorAndSolve(int size)
    {
        Matrix<double> matrix = Matrix<double>.Build.Random(2 * size, size, seed: size);
        matrix = matrix.TransposeThisAndMultiply(matrix);
        double[] factor = matrix.ToRowMajorArray(), right = Vector<double>.Build.Random(size, seed: 1).ToArray(), solution = [.. right];

        Assert.True(Cholesky.Factor(factor, size));
        Cholesky.Solve(factor, solution);

        Matrix<double> upper = Matrix<double>.Build.DenseOfRowMajor(size, size, factor).UpperTriangle();
        Assert.InRange((upper.TransposeThisAndMultiply(upper) - matrix).L2Norm() / matrix.L2Norm(), 0, 1e-14);
        Vector<double> reference = matrix.QR().Solve(Vector<double>.Build.DenseOfArray(right));
        Assert.InRange((Vector<double>.Build.DenseOfArray(solution) - reference).L2Norm() / reference.L2Norm(), 0, 1e-10);
    }

    /// <summary>Row by row, without blocks: the same bits, whatever the size is to a tile and a block.</summary>
    [Theory]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(33)]
    [InlineData(40)]
    [InlineData(71)]
    [InlineData(136)]
    public void BlocksChangeNoBit(int size)
    {
        Matrix<double> matrix = Matrix<double>.Build.Random(2 * size, size, seed: size);
        double[] blocked = matrix.TransposeThisAndMultiply(matrix).ToRowMajorArray(), plain = [.. blocked];
        Assert.True(Cholesky.Factor(blocked, size));
        for (int k = 0; k < size; k++)
        {
            double root = Math.Sqrt(plain[(k * size) + k]);
            for (int j = k; j < size; j++)
                plain[(k * size) + j] /= root;
            for (int i = k + 1; i < size; i++)
            {
                for (int j = i; j < size; j++)
                    plain[(i * size) + j] = Math.FusedMultiplyAdd(-plain[(k * size) + i], plain[(k * size) + j], plain[(i * size) + j]);
            }
        }

        for (int i = 0; i < size; i++)
            Assert.Equal(plain.AsSpan((i * size) + i, size - i).ToArray(), blocked.AsSpan((i * size) + i, size - i).ToArray());
    }

    /// <summary>A pivot that is 0 in a later block is seen there.</summary>
    [Fact]
    public void ASingularMatrixIsFoundInAnyBlock()
    {
        const int size = 70;
        for (int at = 1; at < size; at += 23)
        {
            double[] matrix = Matrix<double>.Build.DenseIdentity(size).ToRowMajorArray();
            matrix[((at - 1) * size) + at] = 1;
            Assert.False(Cholesky.Factor(matrix, size));
        }
    }

    [Fact]
    public void OnlyTheUpperTriangleIsReadAndWritten()
    {
        double[] matrix = [4, 2, 1, double.NaN, 3, 1, double.NaN, double.NaN, 5];
        Assert.True(Cholesky.Factor(matrix, 3));
        Assert.Equal([double.NaN, double.NaN, double.NaN], [matrix[3], matrix[6], matrix[7]]);
        Assert.Equal((2, 1, 0.5), (matrix[0], matrix[1], matrix[2]));
        double[] values = [7, 6, 7];
        Cholesky.Solve(matrix, values);
        Assert.All(values, value => Assert.Equal(1, value, 1e-15));
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 1, 1)]
    [InlineData(1, 2, 1)]
    [InlineData(-1, 0, 1)]
    [InlineData(0, 0, 1)]
    [InlineData(1, 0, 0)]
    [InlineData(3, 0.3, 0.03)]
    [InlineData(double.NaN, 0, 1)]
    [InlineData(1, double.NaN, 1)]
    public void WhatIsNotPositiveDefiniteIsRefused(double a, double b, double c) => Assert.False(Cholesky.Factor([a, b, b, c], 2));

    /// <summary>Scales far apart are no reason to refuse.</summary>
    [Fact]
    public void PivotsAreMeasuredByTheirOwnColumn() => Assert.True(Cholesky.Factor([1e20, 0, 0, 1e-20], 2));
}
