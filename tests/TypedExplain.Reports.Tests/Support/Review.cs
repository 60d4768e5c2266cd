namespace TypedExplain.Reports.Tests.Support;

/// <summary>A record with a text and an image.</summary>
[FeatureRecord]
public sealed partial record Review([Text] string Words, [Image(6, 6, 1)] ReadOnlyMemory<byte> Picture, [Numeric(0, 5)] int Stars);
