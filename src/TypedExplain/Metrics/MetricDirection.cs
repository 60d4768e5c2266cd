namespace TypedExplain;

/// <summary>Which way a metric is better.</summary>
public enum MetricDirection
{
    /// <summary>Smaller is better.</summary>
    LowerIsBetter,

    /// <summary>Larger is better.</summary>
    HigherIsBetter,
}
