using System.Runtime.InteropServices;

namespace TypedExplain.Tests.Json;

/// <summary>Whether two results say the same, in every number's bits and in all that they answer.</summary>
internal static class Answers
{
    /// <summary>Compares two explanations.</summary>
    /// <param name="expected">The explanation.</param>
    /// <param name="actual">The one that was read back.</param>
    /// <param name="others">Records to predict for.</param>
    public static void Equal<T>(Explanation<T> expected, Explanation<T> actual, params T[] others)
        where T : IFeatureRecord<T>
    {
        Equal(Numbers(expected), Numbers(actual));
        Assert.Equal(expected.ToString(), actual.ToString());
        Assert.Equal((expected.Output, expected.Kind, expected.Link, expected.Queries, expected.Caveats, expected.Explainer.Name), (actual.Output, actual.Kind, actual.Link, actual.Queries, actual.Caveats, actual.Explainer.Name));
        Assert.Equal((expected.Fit, expected.Convergence, expected.Clipped, expected.LossNearTheMean), (actual.Fit, actual.Convergence, actual.Clipped, actual.LossNearTheMean));
        Assert.Equal(expected.Attribution.Ranked(), actual.Attribution.Ranked());
        Assert.Equal(expected.Undecided?.AsEnumerable(), actual.Undecided?.AsEnumerable());
        Assert.Equal(expected.RankedGroups?.SelectMany(group => group.Append(null)), actual.RankedGroups?.SelectMany(group => group.Append(null)));
        Assert.Equal(expected.RowLoss?.ToString(), actual.RowLoss?.ToString());
        Assert.Equal(expected.Explainer.Describe().ToString(), actual.Explainer.Describe().ToString());
        foreach (ExplanationStandard standard in (ExplanationStandard[])[new() { MinimumFit = 1 }, new() { MinimumFit = -1, MinimumSignAgreement = 1, MaximumHalfWidth = 1e-9, TopReasonsDecided = 3, MissAtInstance = 0 }, new() { MinimumFit = 0.1, MaximumHalfWidth = 1e9 }])
            Assert.Equal(expected.Missed(standard).AsEnumerable(), actual.Missed(standard));
        Assert.Equal(expected.Meets(0.3, 0.5), actual.Meets(0.3, 0.5));
        foreach (Feature<T> feature in T.Schema.Features)
            Assert.Equal((expected.BinOf(feature), expected.Intervals?.Of(feature)), (actual.BinOf(feature), actual.Intervals?.Of(feature)));
        foreach (T other in others)
            Equal([expected.Predict(other), expected.PredictLinked(other)], [actual.Predict(other), actual.PredictLinked(other)]);
        Assert.Equal(expected.ToJson(), actual.ToJson());
    }

    /// <summary>Compares numbers bit by bit.</summary>
    public static void Equal(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual) =>
        Assert.Equal(MemoryMarshal.Cast<double, long>(expected).ToArray(), MemoryMarshal.Cast<double, long>(actual).ToArray());

    private static double[] Numbers<T>(Explanation<T> explanation)
        where T : IFeatureRecord<T> =>
    [
        .. explanation.Attribution.AsSpan(),
        .. explanation.Standardized.AsSpan(),
        explanation.Intercept,
        explanation.Prediction,
        explanation.LinkedPrediction,
        explanation.LocalPrediction,
        explanation.LinkedLocalPrediction,
        explanation.Convergence.Residual,
        .. explanation.StandardErrors is { } errors ? errors.AsSpan() : default,
        .. explanation.Intervals is { } lower ? lower.Lower.AsSpan() : default,
        .. explanation.Intervals is { } upper ? upper.Upper.AsSpan() : default,
        .. explanation.ProbabilityChanges is { } changes ? changes.AsSpan() : default,
        .. explanation.Agreement is { } agreement ? agreement.Disagreement.AsSpan() : default,
        .. explanation.Agreement is { } signs ? signs.SignAgreement.AsSpan() : default,
        .. explanation.Agreement is { } parts ? parts.PartSignAgreement : default,
        .. explanation.Attribution.Media.ToArray().SelectMany(media => media.Effects.ToArray()),
        .. explanation.Examples is { } examples ? examples.Favorable.Concat(examples.Contrary).Select(example => example.Prediction) : [],
    ];
}
