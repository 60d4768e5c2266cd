#pragma warning disable TEX0020 // That they differ in case only is what it is for.
namespace TypedExplain.Tests.Tables;

/// <summary>Features whose names differ in case alone.</summary>
[FeatureRecord]
public sealed partial record Alike(double Value, double value);
