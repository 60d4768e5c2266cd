using TypedExplain.Numerics;

namespace TypedExplain.Surrogates.Coalitions;

/// <summary>
/// What a standard error from few draws is multiplied by, so that 1.96 of it to both sides hold the value in 95 of 100 cases: the quantile of
/// Student's distribution over that of the normal one.
/// </summary>
internal static class Widening
{
    private const double Probability = 0.975, Normal = 1.959963984540054;

    /// <summary>The factor.</summary>
    /// <param name="freedom">How many degrees of freedom the error has; less than 1 counts as 1.</param>
    public static double Of(double freedom) => StudentQuantile.Of(Probability, Math.Max(1, freedom)) / Normal;
}
