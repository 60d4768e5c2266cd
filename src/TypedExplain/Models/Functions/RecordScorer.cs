namespace TypedExplain;

/// <summary>Scores one record with several outputs.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="record">The record.</param>
/// <param name="scores">Where the answers go, one number per output.</param>
public delegate void RecordScorer<T>(T record, Span<double> scores)
    where T : IFeatureRecord<T>;
