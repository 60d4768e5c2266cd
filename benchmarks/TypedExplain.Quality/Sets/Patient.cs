namespace TypedExplain.Quality.Sets;

/// <summary>A seriously ill patient, by what was known on the third day.</summary>
[FeatureRecord]
public sealed partial record Patient(
    double Age,
    bool IsFemale,
    [Categorical] Disease Disease,
    [Categorical] Cancer Cancer,
    bool HasDiabetes,
    bool HasDementia,
    [ArrayLength(PatientData.Numbers)] double[] Measured);

/// <summary>The group of diseases.</summary>
public enum Disease
{
    OrganFailure,
    HeartFailure,
    LungDisease,
    LungCancer,
    OrganFailureWithCancer,
    Coma,
    ColonCancer,
    Cirrhosis,
}

/// <summary>Whether there is cancer.</summary>
public enum Cancer
{
    No,
    Yes,
    Metastatic,
}

/// <summary>What became of a patient.</summary>
public enum Ending
{
    Survived,
    Died,
}
