namespace TypedExplain;

/// <summary>
/// Where the effects of an explanation lie, with 95 % confidence each: the slopes that the same method would give with endless
/// samples. A surrogate's own effect may be shrunk toward 0 and lies inside its interval too.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class EffectIntervals<T>
    where T : IFeatureRecord<T>
{
    private readonly FeatureStatistics<T> _statistics;

    internal EffectIntervals(double[] lower, double[] upper, FeatureStatistics<T> statistics) => (Lower, Upper, _statistics) = (new(lower), new(upper), statistics);

    /// <summary>The lower ends, per standard deviation; −∞ where the samples are too few to tell.</summary>
    public FeatureVector<T> Lower { get; }

    /// <summary>The upper ends, per standard deviation; +∞ where the samples are too few to tell.</summary>
    public FeatureVector<T> Upper { get; }

    /// <summary>The interval of a feature in its own unit, as <see cref="Explanation{T}.Attribution"/> has the effect.</summary>
    /// <param name="feature">The feature.</param>
    public (double Lower, double Upper) Of(Feature<T> feature)
    {
        ArgumentNullException.ThrowIfNull(feature);
        return (Lower[feature] / _statistics.Scale[feature.Index], Upper[feature] / _statistics.Scale[feature.Index]);
    }
}
