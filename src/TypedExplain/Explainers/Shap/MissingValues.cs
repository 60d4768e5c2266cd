namespace TypedExplain.Explainers.Shap;

/// <summary>Values that an instance or a background row lacks, and what stands in for them.</summary>
internal static class MissingValues<T>
    where T : IFeatureRecord<T>
{
    /// <summary>
    /// For each feature the one that it is known with. Where the instance has no value, that and the value are one state:
    /// the outermost feature that says so speaks for all it covers. Every other feature speaks for itself.
    /// </summary>
    /// <param name="instance">The encoded instance.</param>
    public static int[] Owners(ReadOnlySpan<double> instance)
    {
        int[] owners = [.. T.Schema.Features.Select(feature => feature.Index)];
        for (int i = owners.Length - 1; i >= 0; i--)
        {
            Feature<T> missing = T.Schema.Features[i];
            if (missing.Kind == FeatureKind.Missing && owners[i] == i && instance[missing.Column] == 1)
                owners.AsSpan(i - missing.Covers, missing.Covers).Fill(i);
        }

        return owners;
    }

    /// <summary>Whether a row has no value for any feature.</summary>
    public static bool Lacks(ReadOnlySpan<double> row)
    {
        foreach (Feature<T> feature in T.Schema.Features)
        {
            if (feature.Kind == FeatureKind.Missing && row[feature.Column] == 1)
                return true;
        }

        return false;
    }

    /// <summary>What a row lacks: rows with equal texts lack the same.</summary>
    public static string Pattern(ReadOnlySpan<double> row)
    {
        Span<char> marks = new char[T.Schema.Features.Length];
        foreach (Feature<T> feature in T.Schema.Features)
            marks[feature.Index] = feature.Kind == FeatureKind.Missing && row[feature.Column] == 1 ? '1' : '0';
        return marks.ToString();
    }

    /// <summary>Whether a row lacks what a feature says may be missing, or the record that this stands in.</summary>
    public static bool IsMissing(Feature<T> missing, ReadOnlySpan<double> row) => row[missing.Column] == 1 || !missing.IsPresent(row);

    /// <summary>The next background row that has what a row lacks; the instance where none has.</summary>
    /// <param name="background">The background.</param>
    /// <param name="missing">The feature that says what may be missing.</param>
    /// <param name="row">The row that lacks it.</param>
    /// <param name="instance">The encoded instance.</param>
    public static ReadOnlySpan<double> Donor(Dataset<T> background, Feature<T> missing, int row, ReadOnlySpan<double> instance)
    {
        for (int next = 1; next < background.Count; next++)
        {
            ReadOnlySpan<double> other = background.Encoded[(row + next) % background.Count];
            if (!IsMissing(missing, other))
                return other;
        }

        return instance;
    }
}
