namespace Papers;

/// <summary>Statistics under which a standardized value is the raw one.</summary>
public static class RawUnits
{
    /// <summary>Of two records that lie 1 below and 1 above the same point in every number: deviations are 1.</summary>
    public static FeatureStatistics<T> Of<T>(T below, T above)
        where T : IFeatureRecord<T> => new Dataset<T>([below, above]).Statistics;
}
