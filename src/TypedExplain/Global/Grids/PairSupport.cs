namespace TypedExplain.Global.Grids;

/// <summary>How many rows are near each pair of values.</summary>
internal static class PairSupport
{
    /// <summary>Counts rows, the first grid's points outermost.</summary>
    public static int[] Of<T>(FeatureGrid<T> first, FeatureGrid<T> second)
        where T : IFeatureRecord<T>
    {
        int[] support = new int[first.Count * second.Count];
        for (int row = 0; row < first.At.Length; row++)
        {
            if (first.At[row] >= 0 && second.At[row] >= 0)
                support[(first.At[row] * second.Count) + second.At[row]]++;
        }

        return support;
    }
}
