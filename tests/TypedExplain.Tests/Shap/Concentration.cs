namespace TypedExplain.Tests.Shap;

/// <summary>Molar concentrations: numbers far below 1 that differ all the same.</summary>
[FeatureRecord]
public sealed partial record Concentration(double A, double B, double C);

/// <summary>A single number.</summary>
[FeatureRecord]
public sealed partial record Amount(double A);

/// <summary>A time of day on a given day.</summary>
[FeatureRecord]
public sealed partial record Appointment(DateTime At, int Length);

/// <summary>Someone whose age need not be known.</summary>
[FeatureRecord]
public sealed partial record Person([Numeric(18, 100)] double? Age);

/// <summary>A penguin of the Palmer station, some of whose measures were not taken.</summary>
[FeatureRecord]
public sealed partial record Penguin([Numeric(30, 60)] double? BillLength, [Numeric(2000, 7000)] double? BodyMass, bool IsFemale);
