namespace TypedExplain.Hosting.Tests.App;

/// <summary>A record that has nothing to protect.</summary>
[FeatureRecord]
public sealed partial record Parcel([Numeric(0, 30)] double Weight, [Numeric(0, 3)] double Size);
