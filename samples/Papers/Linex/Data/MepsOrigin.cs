namespace Papers;

/// <summary>Their origin; the last four are not Hispanic.</summary>
public enum MepsOrigin
{
    Hispanic = 1,
    White = 2,
    Black = 3,
    Asian = 4,
    OtherOrSeveral = 5,
}
