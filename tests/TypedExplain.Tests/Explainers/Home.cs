namespace TypedExplain.Tests.Explainers;

/// <summary>A row of the Boston housing data, under the file's own names.</summary>
[FeatureRecord]
public sealed partial record Home(double CRIM, double INDUS, double NOX, double RM, double AGE, double DIS, double RAD, double TAX, double PTRATIO, double B, double LSTAT);
