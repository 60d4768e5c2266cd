namespace Papers;

/// <summary>Who insures them; the last five are 65 and over.</summary>
public enum MepsCoverByAge
{
    Private = 1,
    Public = 2,
    Uninsured = 3,
    Medicare = 4,
    MedicareAndPrivate = 5,
    MedicareAndPublic = 6,
    OldAndUninsured = 7,
    OldWithoutMedicare = 8,
}
