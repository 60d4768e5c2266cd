namespace TypedExplain.Training.Regularizers;

/// <summary>Penalties of weights, with their gradients.</summary>
internal static class WeightPenalty
{
    /// <summary>Σ|w|; the slope at 0 counts as 0.</summary>
    public static double L1(ReadOnlySpan<double> weights, Span<double> gradient)
    {
        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            sum += Math.Abs(weights[i]);
            gradient[i] = weights[i] > 0 ? 1 : weights[i] < 0 ? -1 : 0;
        }

        return sum;
    }

    /// <summary>½Σw².</summary>
    public static double L2(ReadOnlySpan<double> weights, Span<double> gradient)
    {
        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            sum = Math.FusedMultiplyAdd(weights[i], weights[i], sum);
            gradient[i] = weights[i];
        }

        return sum / 2;
    }
}
