namespace Papers.Expo;

/// <summary>
/// A district of Boston, 1978, after the number of its row. Without ranges, since ExpO's experiments measure everything in
/// standard deviations.
/// </summary>
[FeatureRecord]
public partial record House(double Row, double Crim, double Indus, double Nox, double Rm, double Age, double Dis, double Rad, double Tax, double Ptratio, double B, double Lstat);
