namespace Quickstart;

/// <summary>The measurements of one iris flower.</summary>
[FeatureRecord]
public sealed partial record Iris(
    [Numeric(4, 8, Unit = "cm")] double SepalLength,
    [Numeric(1.5, 5, Unit = "cm")] double SepalWidth,
    [Numeric(0.5, 7.5, Unit = "cm")] double PetalLength,
    [Numeric(0, 3, Unit = "cm")] double PetalWidth);

/// <summary>The species that a model tells apart.</summary>
public enum Species
{
    Setosa,
    Versicolor,
    Virginica,
}
