namespace TypedExplain.Tests.Tables;

/// <summary>Every way to keep a number.</summary>
[FeatureRecord]
public sealed partial record Measured(double Real, float Single, Half Half, decimal Money, long Long, int Count, bool Flag);
