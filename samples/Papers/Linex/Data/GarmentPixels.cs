namespace Papers;

/// <summary>The same picture as a row of numbers, which is what the network takes.</summary>
[FeatureRecord]
public sealed partial record GarmentPixels([ArrayLength(784), Numeric(0, 1)] float[] Values);
