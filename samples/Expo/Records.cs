namespace Expo;

/// <summary>A district of Boston, 1978. Without ranges, since the paper's experiments measure everything in standard deviations.</summary>
[FeatureRecord]
public partial record House(double Crim, double Indus, double Nox, double Rm, double Age, double Dis, double Rad, double Tax, double Ptratio, double B, double Lstat);

/// <summary>A car of the seventies; the same.</summary>
[FeatureRecord]
public partial record Car(double Cylinders, double Displacement, double Horsepower, double Weight, double Acceleration, double ModelYear, double Origin);

/// <summary>A red wine; the same.</summary>
[FeatureRecord]
public partial record Wine(
    double FixedAcidity,
    double VolatileAcidity,
    double CitricAcid,
    double ResidualSugar,
    double Chlorides,
    double FreeSulfurDioxide,
    double TotalSulfurDioxide,
    double Density,
    double PH,
    double Sulphates,
    double Alcohol);

/// <summary>A seriously ill patient, as the matrix that the paper's authors made of the study's columns.</summary>
[FeatureRecord]
public partial record Patient([Length(PatientData.Columns)] double[] Columns);

/// <summary>What became of a patient.</summary>
public enum Outcome { Survived, Died }
