namespace TypedExplain.Surrogates.Local;

/// <summary>
/// MeLIME's rule: a fit has settled when the mean magnitude of the change of its slopes is below a tolerance and its
/// squared error on the last batch is at most another one. It never has after the first batch.
/// </summary>
internal sealed class BatchConvergence(double importanceTolerance, double errorTolerance)
{
    private double[]? _before;

    /// <summary>The mean magnitude of the last change of the slopes; of the slopes themselves after the first batch.</summary>
    public double Change { get; private set; }

    /// <summary>Looks at the fit after a batch.</summary>
    /// <param name="slopes">Its slopes.</param>
    /// <param name="meanSquaredError">Its error on the batch, every sample the same.</param>
    /// <returns>Whether it has settled.</returns>
    public bool Add(ReadOnlySpan<double> slopes, double meanSquaredError)
    {
        bool isFirst = _before is null;
        _before ??= new double[slopes.Length];
        double sum = 0;
        for (int j = 0; j < slopes.Length; j++)
            sum += Math.Abs(slopes[j] - _before[j]);
        slopes.CopyTo(_before);
        Change = sum / slopes.Length;
        return !isFirst && Change < importanceTolerance && meanSquaredError <= errorTolerance;
    }
}
