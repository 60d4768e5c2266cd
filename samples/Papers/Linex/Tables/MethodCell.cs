namespace Papers;

/// <summary>The numbers of one method on one split: all metrics for each kernel width, then the values of every row, averaged over the widths.</summary>
public static class MethodCell
{
    /// <summary>Explains and measures.</summary>
    /// <returns>Widths × metrics, then metrics × rows. NaN for a width at which a row could not be explained.</returns>
    public static double[] Compute<T>(Bench<T> bench, Method<T> method, IReadOnlyList<double> widths, CancellationToken cancellation)
        where T : IFeatureRecord<T>
    {
        int metrics = TableMetrics.Names.Count, perRow = TableMetrics.PerRow * bench.Asked.Count, defined = 0;
        double[] numbers = new double[(widths.Count * metrics) + perRow];
        Span<double> sums = numbers.AsSpan(widths.Count * metrics);
        (double[] Means, double[] Rows)? last = null;
        for (int width = 0; width < widths.Count; width++)
        {
            Span<double> own = numbers.AsSpan(width * metrics, metrics);
            if (method.HasWidth || last is null)
                last = Measure(bench, method.OfWidth(widths[width]), cancellation);
            if (last is not { } measured)
            {
                own.Fill(double.NaN);
                continue;
            }

            measured.Means.CopyTo(own);
            for (int i = 0; i < perRow; i++)
                sums[i] += measured.Rows[i];
            defined++;
        }

        foreach (ref double sum in sums)
            sum = defined == 0 ? double.NaN : sum / defined;
        return numbers;
    }

    private static (double[] Means, double[] Rows)? Measure<T>(Bench<T> bench, IExplainer<T> explainer, CancellationToken cancellation)
        where T : IFeatureRecord<T>
    {
        try
        {
            return TableMetrics.Of(new ExplainedRows<T>(bench.Asked, bench.Explain(explainer, cancellation), bench.Neighbors));
        }
        catch (NoFitException)
        {
            return null;
        }
    }
}
