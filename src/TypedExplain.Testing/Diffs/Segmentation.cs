using TypedExplain.Generated;

namespace TypedExplain.Testing.Diffs;

/// <summary>Divides instances by a feature: by its value, or a number into ranges with as many instances each; those without a value apart.</summary>
internal static class Segmentation
{
    /// <summary>The segments with the positions of their rows, in the order of their values.</summary>
    /// <param name="feature">The feature.</param>
    /// <param name="rows">Encoded rows.</param>
    /// <param name="bins">Into how many ranges a number is divided.</param>
    public static IEnumerable<(string Value, int[] Rows)> Of<T>(Feature<T> feature, IReadOnlyList<double[]> rows, int bins)
        where T : IFeatureRecord<T>
    {
        ILookup<bool, int> present = Enumerable.Range(0, rows.Count).ToLookup(row => feature.IsPresent(rows[row]));
        bool isNumber = feature.Kind is FeatureKind.Real or FeatureKind.Whole;
        IEnumerable<int[]> groups = isNumber
            ? Ranges([.. present[true].OrderBy(row => rows[row][feature.Column])], row => rows[row][feature.Column], bins)
            : present[true].GroupBy(row => Place(feature, rows[row])).OrderBy(group => group.Key).Select(group => group.ToArray());
        foreach (int[] group in groups)
        {
            string first = feature.Format(rows[group[0]]), last = feature.Format(rows[group[^1]]);
            yield return (first == last ? first : $"{first} to {last}", group);
        }

        if (present[false].Any())
            yield return ("missing", [.. present[false]]);
    }

    /// <summary>Cuts sorted rows where a range is full, but never between equal numbers.</summary>
    private static IEnumerable<int[]> Ranges(int[] sorted, Func<int, double> number, int bins)
    {
        int from = 0;
        for (int bin = 1; bin <= bins && from < sorted.Length; bin++)
        {
            int to = (int)((long)sorted.Length * bin / bins);
            while (to > from && to < sorted.Length && number(sorted[to]).Equals(number(sorted[to - 1])))
                to++;
            if (to <= from)
                continue;
            yield return sorted[from..to];
            from = to;
        }
    }

    private static double Place<T>(Feature<T> feature, ReadOnlySpan<double> row)
        where T : IFeatureRecord<T> => feature.Kind switch
        {
            FeatureKind.Category => feature.CategoryIn(row),
            FeatureKind.Ordinal => Cell.ToInt32(Math.Floor(row[feature.Column])),
            _ => row[feature.Column],
        };
}
