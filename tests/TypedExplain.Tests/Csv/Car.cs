namespace TypedExplain.Tests.Tables;

/// <summary>A row of the Auto MPG data.</summary>
[FeatureRecord]
public sealed partial record Car(
    [Numeric(3, 8)] int Cylinders,
    [Numeric(50, 500)] double Displacement,
    [Numeric(40, 250)] double Horsepower,
    [Numeric(1000, 6000)] int Weight,
    [Numeric(5, 30)] float Acceleration,
    [Numeric(70, 82)] int ModelYear,
    [Numeric(1, 3)] int Origin);
