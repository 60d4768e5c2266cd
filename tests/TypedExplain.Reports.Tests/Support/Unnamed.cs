namespace TypedExplain.Reports.Tests.Support;

/// <summary>A record with a category whose name is empty.</summary>
[FeatureRecord]
public sealed partial record Unnamed([Categories("", "a")] string Name, [Numeric(0, 100)] int Number);
