namespace Papers;

/// <summary>
/// A person of the Medical Expenditure Panel Survey (panel 19) by the 32 categorical columns; a question that was not asked is
/// an answer of its own. The forest sees one column of positions per category, explainers whether a category is the instance's.
/// </summary>
[FeatureRecord]
public sealed partial record Respondent(
    [Ordinal] MepsGroup Sex,
    [Ordinal] MepsGroup Racethx,
    [Ordinal] MepsGroup Marry15x,
    [Ordinal] MepsSchooling Edrecode,
    [Ordinal] MepsGrade Rthlth53,
    [Ordinal] MepsGrade Mnhlth53,
    [Ordinal] Answer Hibpdx,
    [Ordinal] Answer Bpmldx,
    [Ordinal] Answer Chddx,
    [Ordinal] Answer Angidx,
    [Ordinal] Answer Midx,
    [Ordinal] Answer Ohrtdx,
    [Ordinal] Answer Strkdx,
    [Ordinal] Answer Emphdx,
    [Ordinal] Answer Chbron53,
    [Ordinal] Answer Choldx,
    [Ordinal] Answer Cancerdx,
    [Ordinal] Answer Diabdx,
    [Ordinal] Answer Jtpain53,
    [Ordinal] Answer Arthdx,
    [Ordinal] MepsGrade Arthtype,
    [Ordinal] Answer Asthdx,
    [Ordinal] MepsGrade Seatbe53,
    [Ordinal] Answer Prvev15,
    [Ordinal] Answer Triev15,
    [Ordinal] Answer Mcrev15,
    [Ordinal] Answer Mcdev15,
    [Ordinal] MepsGroup Inscov15,
    [Ordinal] MepsGroup Insurc15,
    [Ordinal] Answer Priv15,
    [Ordinal] Answer Ins15x,
    [Ordinal] Answer Dntins15);
