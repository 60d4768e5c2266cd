namespace TypedExplain.Benchmarks;

/// <summary>Eight numbers.</summary>
[FeatureRecord]
public partial record Octet([Length(8)] double[] Values);
