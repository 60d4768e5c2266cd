namespace TypedExplain.Tests.Tables;

/// <summary>A row of the Iris data.</summary>
[FeatureRecord]
public sealed partial record Flower(
    [Numeric(0, 10, Unit = "cm")] double SepalLength,
    [Numeric(0, 10, Unit = "cm")] double SepalWidth,
    [Numeric(0, 10, Unit = "cm")] double PetalLength,
    [Numeric(0, 10, Unit = "cm")] double PetalWidth);

public enum Species
{
    Setosa,
    Versicolor,
    Virginica,
}
