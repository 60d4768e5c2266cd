namespace TypedExplain.Onnx.Benchmarks;

/// <summary>Four numbers.</summary>
[FeatureRecord]
public sealed partial record Flower(
    [Numeric(0, 10)] double SepalLength,
    [Numeric(0, 10)] double SepalWidth,
    [Numeric(0, 10)] double PetalLength,
    [Numeric(0, 10)] double PetalWidth);
