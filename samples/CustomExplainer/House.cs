namespace CustomExplainer;

/// <summary>A house for sale.</summary>
[FeatureRecord]
public sealed partial record House(
    [Numeric(20, 500, Unit = "m²")] double Area,
    [Numeric(1, 12)] int Rooms,
    [Numeric(1800, 2026)] int Built,
    [Categorical] Heating Heating);

/// <summary>What heats it.</summary>
public enum Heating
{
    Oil,
    Gas,
    HeatPump,
}
