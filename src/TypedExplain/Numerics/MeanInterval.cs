using System.Globalization;

namespace TypedExplain.Numerics;

/// <summary>Confidence intervals of means whose standard errors are estimated.</summary>
internal static class MeanInterval
{
    /// <summary>The interval by Student's t; from −∞ to ∞ where there is no standard error.</summary>
    /// <exception cref="InvalidOptionException">The confidence is not between 0 and 1.</exception>
    public static (double Lower, double Upper) Of(double mean, double standardError, double freedom, double confidence)
    {
        if (!(confidence > 0 && confidence < 1))
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"confidence is {confidence}; it must be above 0 and below 1, such as 0.95."));
        if (standardError == 0)
            return (mean, mean);
        if (!(freedom >= 1) || !double.IsFinite(standardError))
            return (double.NegativeInfinity, double.PositiveInfinity);
        double probability = Math.Min(0.5 + (confidence / 2), 1 - 1e-15), reach = probability <= 0.5 ? 0 : standardError * StudentQuantile.Of(probability, freedom);
        return double.IsFinite(reach) ? (mean - reach, mean + reach) : (double.NegativeInfinity, double.PositiveInfinity);
    }
}
