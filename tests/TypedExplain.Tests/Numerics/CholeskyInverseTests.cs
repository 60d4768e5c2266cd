using MathNet.Numerics.LinearAlgebra;
using TypedExplain.Numerics;

namespace TypedExplain.Tests.Numerics;

public class CholeskyInverseTests
{
    /// <summary>Sizes on both sides of a tile and of blocks; the memory may hold anything before.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(71)]
    [InlineData(96)]
    [InlineData(130)]
    public void TimesTheMatrixIsOne(int size)
    {
        int stride = Moments.Stride(size);
        Matrix<double> matrix = Matrix<double>.Build.Random(4 * size, size, seed: size);
        matrix = matrix.TransposeThisAndMultiply(matrix);
        double[] factor = matrix.ToRowMajorArray(), inverse = [.. Enumerable.Repeat(double.NaN, stride * stride)];
        Assert.True(Cholesky.Factor(factor, size));

        CholeskyInverse.Of(factor, size, inverse);

        Matrix<double> all = Matrix<double>.Build.DenseOfRowMajor(stride, stride, inverse);
        Assert.InRange(((all.SubMatrix(0, size, 0, size) * matrix) - Matrix<double>.Build.DenseIdentity(size)).L2Norm(), 0, 1e-11);
        Assert.Equal(all, all.Transpose());
        Assert.All(inverse[(size * stride)..], value => Assert.Equal(0, value));
    }
}
