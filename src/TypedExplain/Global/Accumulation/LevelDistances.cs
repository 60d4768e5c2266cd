using TypedExplain.Generated;
using TypedExplain.Global.Grids;

namespace TypedExplain.Global.Accumulation;

/// <summary>How far the distributions of a feature lie apart between rows of different levels.</summary>
internal static class LevelDistances
{
    private const int MostCuts = 100;

    /// <summary>
    /// Adds the distances of one feature: of numbers and ranks the largest difference of their distribution functions, of flags and categories half the sum of
    /// the differences of shares. Levels without a value of it are no distance from any.
    /// </summary>
    /// <param name="feature">The feature.</param>
    /// <param name="levelOf">For each row its level; −1 for none.</param>
    /// <param name="levels">How many levels there are.</param>
    /// <param name="background">The rows.</param>
    /// <param name="distances">For each two levels; added to.</param>
    public static void Add<T>(Feature<T> feature, int[] levelOf, int levels, Dataset<T> background, double[] distances)
        where T : IFeatureRecord<T>
    {
        double[] cuts = feature.IsNumeric ? NumberGrid.Quantiles(NumberGrid.Sorted(feature, background) is { Length: > 0 } sorted ? sorted : [0], MostCuts) : [];
        int cells = feature.IsNumeric ? cuts.Length + 1 : feature.Kind == FeatureKind.Category ? feature.Categories.Length : 2;
        double[] shares = new double[levels * cells];
        int[] counts = new int[levels];
        for (int row = 0; row < levelOf.Length; row++)
        {
            ReadOnlySpan<double> columns = background.Encoded[row];
            if (levelOf[row] < 0 || !feature.IsPresent(columns))
                continue;
            int cell = feature.IsNumeric ? CellOf(cuts, NumberGrid.Of(feature, columns)) : feature.Kind == FeatureKind.Category ? feature.CategoryIn(columns) : Cell.ToBoolean(columns[feature.Column]) ? 1 : 0;
            shares[(levelOf[row] * cells) + cell]++;
            counts[levelOf[row]]++;
        }

        for (int level = 0; level < levels; level++)
        {
            foreach (ref double share in shares.AsSpan(level * cells, cells))
                share /= Math.Max(1, counts[level]);
        }

        for (int i = 0; i < levels; i++)
        {
            for (int j = 0; j < levels; j++)
            {
                if (counts[i] > 0 && counts[j] > 0)
                    distances[(i * levels) + j] += Distance(shares.AsSpan(i * cells, cells), shares.AsSpan(j * cells, cells), feature.IsNumeric);
            }
        }
    }

    private static int CellOf(double[] cuts, double value)
    {
        int found = Array.BinarySearch(cuts, value);
        return found >= 0 ? found : ~found;
    }

    private static double Distance(ReadOnlySpan<double> first, ReadOnlySpan<double> second, bool isNumeric)
    {
        double most = 0, difference = 0, sum = 0;
        for (int cell = 0; cell < first.Length; cell++)
        {
            difference += first[cell] - second[cell];
            most = Math.Max(most, Math.Abs(difference));
            sum += Math.Abs(first[cell] - second[cell]);
        }

        return isNumeric ? most : sum / 2;
    }
}
