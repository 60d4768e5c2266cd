namespace Papers;

/// <summary>How far a measured row of a table is from the published one.</summary>
public static class Nearness
{
    /// <summary>The mean of |a − b| ÷ max(|a|, |b|) over the published metrics: 0 for the same row, toward 1 for one of quite another size.</summary>
    /// <param name="published">The published rows.</param>
    /// <param name="method">The row.</param>
    /// <param name="measured">What was measured.</param>
    public static double Of(PublishedTable published, string method, TableNumbers measured) =>
        Enumerable.Range(0, TableMetrics.Names.Count).Where(metric => published[method, metric].Exists).Average(metric => Apart(published[method, metric].Mean, measured.OverWidths(metric).Mean));

    private static double Apart(double left, double right) => left == right ? 0 : Math.Abs(left - right) / Math.Max(Math.Abs(left), Math.Abs(right));
}
