namespace TypedExplain.Tests.Support;

/// <summary>Every number of an explanation, bit by bit.</summary>
internal static class Bits
{
    public static long[] Of<T>(Explanation<T> explanation)
        where T : IFeatureRecord<T>
    {
        double[] numbers =
        [
            .. explanation.Attribution.AsSpan(),
            .. explanation.Standardized.AsSpan(),
            explanation.Intercept,
            explanation.Prediction,
            explanation.LocalPrediction,
            explanation.Fit?.R2 ?? 0,
            explanation.Fit?.EffectiveSamples ?? 0,
            explanation.Convergence.Residual,
            explanation.Convergence.Iterations,
            .. explanation.Agreement is { } agreement ? agreement.Disagreement.AsSpan() : default,
            .. explanation.Agreement is { } signs ? signs.SignAgreement.AsSpan() : default,
        ];
        return [.. numbers.Select(BitConverter.DoubleToInt64Bits)];
    }
}
