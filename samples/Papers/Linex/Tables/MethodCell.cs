namespace Papers;

/// <summary>The numbers of one method on one split: all metrics for each kernel width, then the values of every row, averaged over the widths.</summary>
public static class MethodCell
{
    /// <summary>Explains and measures.</summary>
    /// <param name="rows">How many rows are explained.</param>
    /// <param name="widths">The kernel widths.</param>
    /// <param name="hasWidth">Whether the kernel width has a part in the method.</param>
    /// <param name="measure">Explains all rows with a kernel width and measures; null where a row could not be explained.</param>
    /// <returns>Widths × metrics, then metrics × rows. NaN for a width at which a row could not be explained.</returns>
    public static double[] Compute(int rows, IReadOnlyList<double> widths, bool hasWidth, Func<double, (double[] Means, double[] Rows)?> measure)
    {
        int metrics = TableMetrics.Names.Count, perRow = TableMetrics.PerRow * rows, defined = 0;
        double[] numbers = new double[(widths.Count * metrics) + perRow];
        Span<double> sums = numbers.AsSpan(widths.Count * metrics);
        (double[] Means, double[] Rows)? last = null;
        for (int width = 0; width < widths.Count; width++)
        {
            Span<double> own = numbers.AsSpan(width * metrics, metrics);
            if (hasWidth || width == 0)
                last = measure(widths[width]);
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
}
