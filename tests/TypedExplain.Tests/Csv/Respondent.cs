namespace TypedExplain.Tests.Tables;

/// <summary>
/// A row of the Medical Expenditure Panel Survey (panel 19): a person's health, insurance and family income. A question
/// that was not asked has a code below 0 in the file and no value here.
/// </summary>
[FeatureRecord]
public sealed partial record Respondent(
    [Numeric(0, 85, Unit = "years"), Immutable] int Age15x,
    [Numeric(0, 100)] double? Pcs42,
    [Numeric(0, 100)] double? Mcs42,
    [Numeric(Unit = "USD")] int Faminc15,
    [Immutable, Protected] Sex Sex,
    [Immutable, Protected] Ethnicity Racethx,
    MaritalStatus Marry15x,
    [Ordinal] Schooling? Edrecode,
    [Ordinal] Health? Rthlth53,
    [Ordinal] Health? Mnhlth53,
    Diagnosed? Hibpdx,
    Diagnosed? Bpmldx,
    Diagnosed? Chddx,
    Diagnosed? Angidx,
    Diagnosed? Midx,
    Diagnosed? Ohrtdx,
    Diagnosed? Strkdx,
    Diagnosed? Emphdx,
    Diagnosed? Chbron53,
    Diagnosed? Choldx,
    Diagnosed? Cancerdx,
    Diagnosed? Diabdx,
    Diagnosed? Jtpain53,
    Diagnosed? Arthdx,
    Arthritis? Arthtype,
    [Ordinal] SeatBelt? Seatbe53,
    Diagnosed Asthdx,
    Diagnosed Prvev15,
    Diagnosed Triev15,
    Diagnosed Mcrev15,
    Diagnosed Mcdev15,
    Diagnosed Priv15,
    Diagnosed Ins15x,
    Diagnosed Dntins15,
    Coverage Inscov15,
    [Categorical(Encoding = CategoryEncoding.Binary)] Insurance Insurc15);

public enum Diagnosed
{
    Yes = 1,
    No = 2,
}

public enum Ethnicity
{
    Hispanic = 1,
    White = 2,
    Black = 3,
    Asian = 4,
    Other = 5,
}

public enum MaritalStatus
{
    Married = 1,
    Widowed = 2,
    Divorced = 3,
    Separated = 4,
    NeverMarried = 5,
    Under16 = 6,
}

/// <summary>Rising order of schooling; the file's codes leave a gap.</summary>
public enum Schooling
{
    First = 1,
    Second = 2,
    Third = 13,
    Fourth = 14,
    Fifth = 15,
    Sixth = 16,
}

public enum Health
{
    Excellent = 1,
    VeryGood = 2,
    Good = 3,
    Fair = 4,
    Poor = 5,
}

public enum Arthritis
{
    Rheumatoid = 1,
    Osteoarthritis = 2,
    NotSpecified = 3,
}

public enum SeatBelt
{
    Always = 1,
    Nearly = 2,
    Sometimes = 3,
    Seldom = 4,
    Never = 5,
    NeverInACar = 6,
}

public enum Coverage
{
    AnyPrivate = 1,
    PublicOnly = 2,
    Uninsured = 3,
}

public enum Insurance
{
    PrivateUnder65 = 1,
    PublicUnder65 = 2,
    UninsuredUnder65 = 3,
    MedicareOnly = 4,
    MedicareAndPrivate = 5,
    MedicareAndPublic = 6,
    Uninsured65 = 7,
    OtherCover65 = 8,
}
