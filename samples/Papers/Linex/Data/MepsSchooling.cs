namespace Papers;

/// <summary>Their schooling, by the codes of the file.</summary>
public enum MepsSchooling
{
    NotAsked = -1,
    UpTo8Years = 1,
    NoDegree = 2,
    HighSchool = 13,
    SomeCollege = 14,
    Bachelor = 15,
    Master = 16,
}
