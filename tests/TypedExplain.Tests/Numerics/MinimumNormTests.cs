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

    /// <summary>More columns than are solved by eigenvectors; the right side lies outside of what the matrix tells too.</summary>
    [Theory]
    [InlineData(257, 40)]
    [InlineData(300, 150)]
    public void ManyColumnsGiveThePseudoInverseToo(int size, int rank)
    {
        Matrix<double> half = Matrix<double>.Build.Random(rank, size, seed: rank), matrix = half.TransposeThisAndMultiply(half);
        Vector<double> right = Vector<double>.Build.Random(size, seed: size);
        double[] solution = right.ToArray();

        MinimumNorm.Solve(matrix.ToRowMajorArray(), solution);

        Matrix<double> inverse = half.PseudoInverse();
        Vector<double> reference = inverse * inverse.TransposeThisAndMultiply(right);
        Assert.InRange((Vector<double>.Build.DenseOfArray(solution) - reference).L2Norm() / reference.L2Norm(), 0, 1e-9);
    }

    /// <summary>Columns that are the same share alike, and one of zeros gets nothing.</summary>
    [Fact]
    public void ManyColumnsShareAlike()
    {
        const int size = 400;
        Matrix<double> rows = Matrix<double>.Build.Random(3 * size, size, seed: 5);
        for (int j = 0; j < size / 2; j++)
            rows.SetColumn(j + (size / 2), rows.Column(j));
        rows.SetColumn(7, new double[3 * size]);
        rows.SetColumn(7 + (size / 2), new double[3 * size]);
        Vector<double> slopes = Vector<double>.Build.Dense(size, j => j % (size / 2) == 7 ? 0 : 1 + (j % (size / 2) % 5));
        double[] solution = (rows.TransposeThisAndMultiply(rows) * slopes).ToArray();

        MinimumNorm.Solve(rows.TransposeThisAndMultiply(rows).ToRowMajorArray(), solution);

        Assert.All(Enumerable.Range(0, size), j => Assert.Equal(slopes[j], solution[j], 1e-9));
    }

    [Fact]
    public void NothingGivesNothing()
    {
        double[] values = [1, 2];
        MinimumNorm.Solve([0, 0, 0, 0], values);
        Assert.Equal([0, 0], values);
    }
}
