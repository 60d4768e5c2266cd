namespace TypedExplain.Quality.Sets;

/// <summary>A generated applicant: 21 features, of which the model never reads the last four.</summary>
[FeatureRecord]
public sealed partial record Applicant(
    [Numeric(18, 90, Unit = "years")] int Age,
    [Numeric(5_000, 500_000, Unit = "EUR"), LogScale] double Income,
    [Numeric(0, 400_000, Unit = "EUR")] double Debt,
    [Numeric(500, 100_000, Unit = "EUR"), LogScale] double Amount,
    [Numeric(3, 84, Unit = "months")] int Term,
    [Numeric(0, 40, Unit = "years")] double? Employed,
    [Numeric(0, 1)] double? Utilization,
    [Numeric(0, 12)] int Inquiries,
    [Numeric(0, 10)] int LatePayments,
    [Numeric(0, 30, Unit = "years")] double HistoryLength,
    bool HasDefaulted,
    bool HasGuarantor,
    bool IsCustomer,
    [Categorical] ApplicantHousing Housing,
    [Categorical] ApplicantPurpose Purpose,
    [Categorical] ApplicantWork Work,
    [Numeric(0, 6)] int Dependents,
    [Numeric(0, 24)] double HourOfDay,
    [Numeric(0, 1)] double Noise,
    bool HasNewsletter,
    [Categorical] ApplicantChannel Channel);

/// <summary>Where an applicant lives.</summary>
public enum ApplicantHousing
{
    Rent,
    Mortgage,
    Own,
    Family,
}

/// <summary>What a credit is for.</summary>
public enum ApplicantPurpose
{
    Car,
    Education,
    Home,
    Business,
    Other,
}

/// <summary>How an applicant works.</summary>
public enum ApplicantWork
{
    Employed,
    SelfEmployed,
    Retired,
    None,
}

/// <summary>How an application arrived.</summary>
public enum ApplicantChannel
{
    Branch,
    Web,
    Phone,
}
