using MathNet.Numerics.LinearAlgebra;
using TypedExplain.Surrogates;

namespace TypedExplain.Tests.Numerics;

/// <summary>Ridge and plain least squares against factorizations of the design itself, which never squares its condition.</summary>
public class WeightedRidgeTests
{
    [Theory]
    [InlineData(30, 1)]
    [InlineData(40, 5)]
    [InlineData(200, 20)]
    [InlineData(10, 12)]
    public void RidgeIsLeastSquaresOfTheExtendedDesign(int rows, int columns)
    {
        foreach (double alpha in (double[])[0.001, 1, 100])
        {
            for (int seed = 0; seed < 10; seed++)
            {
                Design design = new(rows, columns, seed, correlation: 0.1 * seed, intercept: seed % 3 != 0);
                double[] slopes = Slopes(design, alpha);
                Matrix<double> extended = design.Scaled().Stack(Math.Sqrt(alpha) * Matrix<double>.Build.DenseIdentity(columns));
                Vector<double> response = Vector<double>.Build.DenseOfEnumerable(design.ScaledResponse.Concat(new double[columns]));
                Near(extended.QR().Solve(response), slopes, 1e-9, $"seed {seed}, alpha {alpha}");
            }
        }
    }

    [Theory]
    [InlineData(30, 1)]
    [InlineData(40, 5)]
    [InlineData(200, 20)]
    public void WithoutAPenaltyItIsLeastSquares(int rows, int columns)
    {
        for (int seed = 0; seed < 20; seed++)
        {
            Design design = new(rows, columns, seed, correlation: 0.04 * seed, intercept: seed % 3 != 0);
            Near(design.Scaled().QR().Solve(design.ScaledResponse), Slopes(design, alpha: 0), 1e-9, $"seed {seed}");
        }
    }

    [Theory]
    [InlineData(6, 9)]
    [InlineData(10, 12)]
    [InlineData(5, 40)]
    public void MoreColumnsThanRowsGiveTheShortestSolution(int rows, int columns)
    {
        for (int seed = 0; seed < 20; seed++)
        {
            Design design = new(rows, columns, seed, intercept: seed % 3 != 0);
            Near(design.Scaled().PseudoInverse() * design.ScaledResponse, Slopes(design, alpha: 0), 1e-7, $"seed {seed}");
        }
    }

    [Fact]
    public void EqualColumnsShareTheirEffect()
    {
        for (int seed = 0; seed < 20; seed++)
        {
            Design design = new Design(rows: 50, columns: 6, seed).Duplicate(1, 4);
            double[] slopes = Slopes(design, alpha: 0);
            Near(design.Scaled().PseudoInverse() * design.ScaledResponse, slopes, 1e-8, $"seed {seed}");
            Assert.Equal(slopes[1], slopes[4], 1e-9);
        }
    }

    [Fact]
    public void ASumOfOtherColumnsGivesTheShortestSolution()
    {
        for (int seed = 0; seed < 20; seed++)
        {
            Design design = new(rows: 50, columns: 5, seed);
            foreach (double[] row in design.X)
                row[3] = row[0] + row[1] - (2 * row[2]);
            Near(design.Scaled().PseudoInverse() * design.ScaledResponse, Slopes(design, alpha: 0), 1e-8, $"seed {seed}");
        }
    }

    [Fact]
    public void AConstantColumnGetsNothing()
    {
        Design design = new(rows: 50, columns: 3, seed: 1);
        foreach (double[] row in design.X)
            row[2] = 8.25;
        Assert.Equal(0, Slopes(design, alpha: 0)[2], 1e-12);
        Assert.Equal(0, Slopes(design, alpha: 1)[2]);
    }

    /// <summary>Residuals of a fit with an intercept have weighted mean 0.</summary>
    [Fact]
    public void TheInterceptIsFree()
    {
        Design design = new(rows: 50, columns: 4, seed: 5);
        double[] slopes = new double[4];
        NormalEquations equations = design.Equations();
        WeightedRidge.Solve(equations, 10, slopes);
        double atFirst = equations.Intercept(slopes), sum = 0;
        for (int row = 0; row < design.Y.Length; row++)
            sum += design.Weights[row] * (design.Y[row] - atFirst - design.X[row].Zip(slopes, (x, slope) => x * slope).Sum() + design.X[0].Zip(slopes, (x, slope) => x * slope).Sum());
        Assert.Equal(0, sum, 1e-12);
    }

    private static double[] Slopes(Design design, double alpha)
    {
        double[] slopes = new double[design.Columns];
        WeightedRidge.Solve(design.Equations(), alpha, slopes);
        return slopes;
    }

    private static void Near(Vector<double> expected, double[] actual, double tolerance, string about) => Assert.True(
        (Vector<double>.Build.DenseOfArray(actual) - expected).L2Norm() <= tolerance * (1 + expected.L2Norm()),
        $"{about}: [{string.Join(", ", actual)}], not [{string.Join(", ", expected)}]");
}
