namespace TypedExplain.Batch.Worker;

/// <summary>A row of 32 numbers with a key.</summary>
[FeatureRecord]
public sealed partial record Wide([NotAFeature, RowKey] long Id, [ArrayLength(32)] double[] X);
