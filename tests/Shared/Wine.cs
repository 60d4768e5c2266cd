namespace TypedExplain.Quality.Sets;

/// <summary>A red wine.</summary>
[FeatureRecord]
public sealed partial record Wine(
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
