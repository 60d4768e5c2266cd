using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;
using TypedExplain.Global.Grids;

namespace TypedExplain.Global.Accumulation;

/// <summary>
/// An order of categories in which neighbors are alike in all other features (Apley and Zhu, 2020): the distances of their distributions,
/// added up over the features, are laid on a line by classical scaling.
/// </summary>
internal static class LevelOrder
{
    // Distances below this are rounding.
    private const double Rounding = 1e-12;

    /// <summary>The points of a grid of categories in that order; the first category of the schema lies in the lower half. In the order of the schema where they do not differ.</summary>
    public static int[] Of<T>(FeatureGrid<T> grid, Dataset<T> background, CancellationToken cancellation)
        where T : IFeatureRecord<T>
    {
        int levels = grid.Count;
        int[] schema = [.. Enumerable.Range(0, levels)];
        if (levels < 3)
            return schema;
        double[] distances = new double[levels * levels];
        foreach (Feature<T> feature in T.Schema.Features)
        {
            cancellation.ThrowIfCancellationRequested();
            if (feature.Column < grid.Unit.Start || feature.Column >= grid.Unit.Start + grid.Unit.Length)
                LevelDistances.Add(feature, grid.At, levels, background, distances);
        }

        if (!distances.Any(distance => distance > Rounding))
            return schema;
        double[] line = Line(distances, levels);
        double sign = line[0] > 0 ? -1 : 1;
        return [.. schema.OrderBy(level => sign * line[level])];
    }

    /// <summary>The leading direction of −½·J·D²·J.</summary>
    private static double[] Line(double[] distances, int levels)
    {
        double[] squares = [.. distances.Select(distance => distance * distance)], means = new double[levels];
        for (int i = 0; i < levels; i++)
        {
            for (int j = 0; j < levels; j++)
                means[i] += squares[(i * levels) + j] / levels;
        }

        double mean = means.Average();
        for (int i = 0; i < levels; i++)
        {
            for (int j = 0; j < levels; j++)
                squares[(i * levels) + j] = -(squares[(i * levels) + j] - means[i] - means[j] + mean) / 2;
        }

        Evd<double> eigen = Matrix<double>.Build.DenseOfRowMajor(levels, levels, squares).Evd(Symmetricity.Symmetric);
        return eigen.EigenVectors.Column(levels - 1).ToArray();
    }
}
