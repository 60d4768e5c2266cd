namespace TypedExplain.Metrics;

/// <summary>The coefficients of surrogates as the stability metrics compare them: effects in own units, after the constant.</summary>
internal static class Coefficients
{
    /// <summary>[intercept, effects] or the effects only.</summary>
    public static double[] Of<T>(Explanation<T> explanation, bool intercept)
        where T : IFeatureRecord<T> =>
        [.. intercept ? (double[])[explanation.Intercept] : [], .. explanation.Attribution.AsSpan()];

    /// <summary>What is compared, in words.</summary>
    public static string InWords<T>(bool intercept, ExplainedRows<T> rows)
        where T : IFeatureRecord<T> =>
        $"sum over features of squared differences of effects in own units{rows.Scale}, {(intercept ? "with" : "without")} the constant";
}
