using TypedExplain.Errors;
using TypedExplain.Generated;

namespace TypedExplain.Decisions.Reasons.Reports.Measures;

/// <summary>Divides people into segments.</summary>
internal static class SegmentLabels
{
    private const int Ranges = 4;

    /// <summary>The segments with the positions of their people, in the order of their values.</summary>
    public static IEnumerable<(string Value, int[] People)> Of<T>(ReasonSegmentation<T> segmentation, IReadOnlyList<T> people)
        where T : IFeatureRecord<T> =>
        segmentation.Feature is { } feature ? Of(feature, [.. people.Select(Row)])
        : people.Select((person, i) => (Label: segmentation.Label!(person) ?? "", i))
            .GroupBy(pair => pair.Label, pair => pair.i)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (VisibleText.Name(group.Key), group.ToArray()));

    private static IEnumerable<(string Value, int[] People)> Of<T>(Feature<T> feature, double[][] rows)
        where T : IFeatureRecord<T>
    {
        ILookup<bool, int> present = Enumerable.Range(0, rows.Length).ToLookup(row => feature.IsPresent(rows[row]));
        IEnumerable<int[]> groups = feature.Kind is FeatureKind.Real or FeatureKind.Whole
            ? InRanges([.. present[true].OrderBy(row => rows[row][feature.Column])], row => rows[row][feature.Column])
            : present[true].GroupBy(row => Place(feature, rows[row])).OrderBy(group => group.Key).Select(group => group.ToArray());
        foreach (int[] group in groups)
        {
            string first = feature.Format(rows[group[0]]), last = feature.Format(rows[group[^1]]);
            yield return (first == last ? first : $"{first} to {last}", group);
        }

        if (present[false].Any())
            yield return ("missing", [.. present[false]]);
    }

    /// <summary>Cuts sorted people where a range is full, but never between equal numbers.</summary>
    private static IEnumerable<int[]> InRanges(int[] sorted, Func<int, double> number)
    {
        int from = 0;
        for (int range = 1; range <= Ranges && from < sorted.Length; range++)
        {
            int to = (int)((long)sorted.Length * range / Ranges);
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

    private static double[] Row<T>(T person)
        where T : IFeatureRecord<T>
    {
        double[] row = new double[T.Schema.Columns];
        T.Schema.Encode(person, row);
        return row;
    }
}
