namespace TypedExplain.Benchmarks;

/// <summary>Eight numbers.</summary>
[FeatureRecord]
public partial record Octet([ArrayLength(8)] double[] Values);
