namespace Papers.Expo;

/// <summary>A car of the seventies, after the number of its row.</summary>
[FeatureRecord]
public partial record Car(double Row, double Cylinders, double Displacement, double Horsepower, double Weight, double Acceleration, double ModelYear, double Origin);
