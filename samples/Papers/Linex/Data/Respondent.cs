namespace Papers;

/// <summary>
/// A person of the Medical Expenditure Panel Survey (panel 19) by the 32 categorical columns; a question that was not asked is
/// an answer of its own. They are categories without an order, as in the paper: the forest sees one column per answer, and
/// explainers whether an answer is the person's own or another.
/// </summary>
[FeatureRecord]
public sealed partial record Respondent(
    MepsSex Sex,
    MepsOrigin Racethx,
    MepsMarriage Marry15x,
    MepsSchooling Edrecode,
    MepsHealth Rthlth53,
    MepsHealth Mnhlth53,
    Answer Hibpdx,
    Answer Bpmldx,
    Answer Chddx,
    Answer Angidx,
    Answer Midx,
    Answer Ohrtdx,
    Answer Strkdx,
    Answer Emphdx,
    Answer Chbron53,
    Answer Choldx,
    Answer Cancerdx,
    Answer Diabdx,
    Answer Jtpain53,
    Answer Arthdx,
    MepsArthritis Arthtype,
    Answer Asthdx,
    MepsSeatBelt Seatbe53,
    YesOrNo Prvev15,
    YesOrNo Triev15,
    YesOrNo Mcrev15,
    YesOrNo Mcdev15,
    MepsCover Inscov15,
    MepsCoverByAge Insurc15,
    YesOrNo Priv15,
    YesOrNo Ins15x,
    YesOrNo Dntins15);
