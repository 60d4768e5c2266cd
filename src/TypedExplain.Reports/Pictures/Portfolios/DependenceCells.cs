using TypedExplain.Reports.Charts;

namespace TypedExplain.Reports.Pictures.Portfolios;

/// <summary>The cloud of a range or value as cells, the darker the more explanations there are.</summary>
internal static class DependenceCells
{
    private const int Bins = 36;

    /// <summary>The cells that are not empty.</summary>
    public static IEnumerable<PlaneCell> Of(DependenceBin bin, double from, double to, double low, double high)
    {
        double width = (high - low) / Bins;
        if (!(width > 0) || !double.IsFinite(width))
            yield break;
        var cells = bin.Buckets.GroupBy(bucket => Math.Clamp((int)((Math.Clamp(bucket.Middle, bin.Minimum, bin.Maximum) - low) / width), 0, Bins - 1)).OrderBy(cell => cell.Key).Select(cell => (cell.Key, Count: (double)cell.Sum(bucket => bucket.Count))).ToArray();
        double fullest = cells.Max(cell => cell.Count);
        foreach ((int key, double count) in cells)
            yield return new(from, to, low + (key * width), low + ((key + 1) * width), count / fullest);
    }

    /// <summary>A value of the axis, as short as it can be.</summary>
    public static string Tick<T>(Feature<T> feature, double value, IFormatProvider provider)
        where T : IFeatureRecord<T>
    {
        if (feature.DateUnit is not null)
            return feature.FormatNumber(value, provider);
        string text = feature.FormatNumber(value, provider);
        return feature.Unit is { } unit && text.EndsWith(" " + unit, StringComparison.Ordinal) ? text[..^(unit.Length + 1)] : text;
    }
}
