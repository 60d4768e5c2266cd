using MathNet.Numerics.LinearAlgebra;
using TypedExplain.Numerics;

namespace TypedExplain.Tests.Numerics;

public class MinimumNormTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(6, 6)]
    [InlineData(6, 3)]
    [InlineData(20, 7)]
    [InlineData(40, 39)]
    public void IsThePseudoInverse(int size, int rank)
    {
        for (int seed = 0; seed < 10; seed++)
        {
            Matrix<double> half = Matrix<double>.Build.Random(rank, size, seed);
            Matrix<double> matrix = half.TransposeThisAndMultiply(half);
            Vector<double> right = Vector<double>.Build.Random(size, seed + 100);
            double[] solution = right.ToArray();
            MinimumNorm.Solve(matrix.ToRowMajorArray(), solution);

            // The pseudo-inverse of the half is far better conditioned than that of the whole.
            Matrix<double> inverse = half.PseudoInverse();
            Vector<double> reference = inverse * inverse.TransposeThisAndMultiply(right);
            Assert.True((Vector<double>.Build.DenseOfArray(solution) - reference).L2Norm() <= 1e-8 * (inverse.L2Norm() * inverse.L2Norm() * right.L2Norm()), $"seed {seed}");
        }
    }

    [Fact]
    public void NothingGivesNothing()
    {
        double[] values = [1, 2];
        MinimumNorm.Solve([0, 0, 0, 0], values);
        Assert.Equal([0, 0], values);
    }
}
