namespace TypedExplain.Reports.Pictures.Portfolios;

/// <summary>The histogram of a feature in as many equal bins as a picture shows.</summary>
internal static class SwarmBins
{
    private const int Bins = 80;

    /// <summary>The bins that are not empty, with their height as a share of the fullest one and the mean position of their values, where those have an order.</summary>
    public static IReadOnlyList<(double From, double To, double Height, double Place)> Of(NumberSummary numbers, double low, double high, bool hasOrder)
    {
        double width = (high - low) / Bins;
        if (!(width > 0) || !double.IsFinite(width))
            return [(low, high, 1, hasOrder ? Place(numbers.Buckets) : double.NaN)];
        return [.. Binned(numbers, low, width, hasOrder)];
    }

    private static IEnumerable<(double, double, double, double)> Binned(NumberSummary numbers, double low, double width, bool hasOrder)
    {
        var bins = numbers.Buckets.GroupBy(bucket => Math.Clamp((int)((Math.Clamp(bucket.Middle, numbers.Minimum, numbers.Maximum) - low) / width), 0, Bins - 1)).OrderBy(bin => bin.Key).ToArray();
        double fullest = bins.Max(bin => bin.Sum(bucket => bucket.Count));
        foreach (IGrouping<int, SummaryBucket> bin in bins)
            yield return (low + (bin.Key * width), low + ((bin.Key + 1) * width), bin.Sum(bucket => bucket.Count) / fullest, hasOrder ? Place(bin) : double.NaN);
    }

    /// <summary>The mean position of values; not a number where none is known.</summary>
    private static double Place(IEnumerable<SummaryBucket> buckets)
    {
        double sum = 0, count = 0;
        foreach (SummaryBucket bucket in buckets)
        {
            if (bucket.Position is not { } position)
                continue;
            sum += position * (bucket.Count - bucket.Missing);
            count += bucket.Count - bucket.Missing;
        }

        return count > 0 ? sum / count : double.NaN;
    }
}
