namespace Papers;

/// <summary>
/// The measurements of an iris, without ranges: LIME knows none, so no draw is folded back into one.
/// </summary>
[FeatureRecord]
public sealed partial record Flower(
    [Numeric(Unit = "cm")] double SepalLength,
    [Numeric(Unit = "cm")] double SepalWidth,
    [Numeric(Unit = "cm")] double PetalLength,
    [Numeric(Unit = "cm")] double PetalWidth);
