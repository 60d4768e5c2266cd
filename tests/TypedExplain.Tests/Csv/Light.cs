namespace TypedExplain.Tests.Tables;

/// <summary>Two features of the Auto MPG data, one in a type of its own.</summary>
[FeatureRecord]
public readonly partial record struct Light(decimal Weight, long ModelYear);
