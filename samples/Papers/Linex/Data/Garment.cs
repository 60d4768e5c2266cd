namespace Papers;

/// <summary>A picture of a piece of clothing.</summary>
[FeatureRecord]
public sealed partial record Garment([Image(28, 28)] ReadOnlyMemory<float> Picture);
