namespace OwnTrainer;

/// <summary>A flat to let.</summary>
[FeatureRecord]
public sealed partial record Flat(
    [Numeric(20, 150, Unit = "m²")] double Area,
    [Numeric(0, 20, Unit = "km")] double Distance,
    [Categorical] Heating Heating);

public enum Heating
{
    District,
    Gas,
    Stove,
}
