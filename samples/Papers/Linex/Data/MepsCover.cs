namespace Papers;

/// <summary>Who insures them.</summary>
public enum MepsCover
{
    Private = 1,
    Public = 2,
    Uninsured = 3,
}
