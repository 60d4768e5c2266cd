namespace TypedExplain.Tests.Tables;

/// <summary>
/// A row of the SUPPORT2 data: what is known of a patient on the third day in hospital, most of it not always measured.
/// Outcomes, later information and other models' predictions are left out.
/// </summary>
[FeatureRecord]
public sealed partial record Patient(
    [Numeric(18, 120, Unit = "years"), Immutable] double Age,
    [Immutable, Protected] Sex Sex,
    [Immutable, Categories("ARF/MOSF w/Sepsis", "CHF", "Cirrhosis", "Colon Cancer", "Coma", "COPD", "Lung Cancer", "MOSF w/Malig")] string Dzgroup,
    [Numeric(0, 9)] int NumCo,
    [Numeric(0, 31, Unit = "years")] int? Edu,
    [Categories("under $11k", "$11-$25k", "$25-$50k", ">$50k"), Categorical(Encoding = CategoryEncoding.Code)] string? Income,
    [Categories("white", "black", "hispanic", "asian", "other"), Protected] string? Race,
    [Numeric(0, 100)] int? Scoma,
    [Numeric(0, 2e6, Unit = "USD"), LogScale] double? Charges,
    [Numeric(1, 400, Unit = "days"), LogScale] int Slos,
    [Numeric(1, 200, Unit = "days")] int Hday,
    bool Diabetes,
    bool Dementia,
    [Ordinal] Cancer Ca,
    [Numeric(0, 200, Unit = "mmHg")] double? Meanbp,
    [Numeric(0, 250), LogScale] double? Wblc,
    [Numeric(0, 300, Unit = "/ min")] double? Hrt,
    [Numeric(0, 100, Unit = "/ min")] double? Resp,
    [Numeric(30, 43, Unit = "°C")] double? Temp,
    [Numeric(0, 900)] double? Pafi,
    [Numeric(0, 30)] double? Alb,
    [Numeric(0, 60), LogScale] double? Bili,
    [Numeric(0, 25), LogScale] double? Crea,
    [Numeric(100, 190)] double? Sod,
    [Numeric(6.5, 8)] double? Ph,
    [Numeric(0, 1200)] double? Glucose,
    [Numeric(0, 200)] double? Bun,
    [Numeric(0, 9000, Unit = "ml")] double? Urine,
    [Numeric(0, 7)] int? Adlp,
    [Numeric(0, 7)] int? Adls,
    [Numeric(0, 7)] double Adlsc);

public enum Sex
{
    Male = 1,
    Female = 2,
}

/// <summary>How far a cancer has gone.</summary>
public enum Cancer
{
    No,
    Yes,
    Metastatic,
}
