namespace TypedExplain;

/// <summary>Scores encoded rows; no record is made.</summary>
/// <typeparam name="T">The record that the rows encode.</typeparam>
/// <param name="rows">The encoded rows.</param>
/// <param name="scores">Where the answers go: for each row in turn, one number per output.</param>
public delegate void RowScorer<T>(EncodedRows<T> rows, Span<double> scores)
    where T : IFeatureRecord<T>;
