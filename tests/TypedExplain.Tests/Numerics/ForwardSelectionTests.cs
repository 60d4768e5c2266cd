using MathNet.Numerics.LinearAlgebra;
using TypedExplain.Surrogates;

namespace TypedExplain.Tests.Numerics;

/// <summary>Selection by sweeping against a search that fits every candidate anew.</summary>
public class ForwardSelectionTests
{
    [Theory]
    [InlineData(3, 0)]
    [InlineData(6, 0)]
    [InlineData(6, 0.7)]
    [InlineData(12, 0.5)]
    public void EachStepRaisesTheFitMost(int columns, double correlation)
    {
        for (int seed = 0; seed < 25; seed++)
        {
            Design design = new(rows: 40, columns, seed, correlation, intercept: seed % 4 != 0);
            int[] chosen = new int[columns];
            int count = ForwardSelection.Select(design.Equations(), columns - 1, chosen);
            Assert.Equal(columns - 1, count);
            Assert.True(Search(design, columns - 1).SequenceEqual(chosen[..count]), $"seed {seed}: {string.Join(' ', chosen[..count])}");
        }
    }

    [Fact]
    public void OneOfTwoEqualColumnsComesLast()
    {
        for (int seed = 0; seed < 25; seed++)
        {
            Design design = new Design(rows: 40, columns: 5, seed).Duplicate(1, 3);
            int[] chosen = new int[5];
            ForwardSelection.Select(design.Equations(), 5, chosen);
            Assert.True(chosen[4] is 1 or 3);
            Assert.Equal([0, 1, 2, 3, 4], chosen.Order());
        }
    }

    [Fact]
    public void MoreThanThereAreGivesAll()
    {
        int[] chosen = new int[4];
        Assert.Equal(4, ForwardSelection.Select(new Design(rows: 30, columns: 4, seed: 1).Equations(), 10, chosen));
        Assert.Equal([0, 1, 2, 3], chosen.Order());
    }

    private static List<int> Search(Design design, int features)
    {
        List<int> chosen = [];
        while (chosen.Count < features)
            chosen.Add(Enumerable.Range(0, design.Columns).Except(chosen).MaxBy(candidate => R2(design, [.. chosen, candidate])));
        return chosen;
    }

    private static double R2(Design design, int[] columns)
    {
        Matrix<double> x = design.Scaled(columns);
        Vector<double> y = design.ScaledResponse, residual = y - (x * x.QR().Solve(y));
        return 1 - (residual.DotProduct(residual) / y.DotProduct(y));
    }
}
