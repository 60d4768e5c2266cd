namespace Papers.Expo;

/// <summary>A red wine, after the number of its row.</summary>
[FeatureRecord]
public partial record Wine(
    double Row,
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
