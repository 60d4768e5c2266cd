namespace Papers;

/// <summary>A group by its number: origin, marital status, insurance; the survey's code book names them.</summary>
public enum MepsGroup
{
    First = 1,
    Second = 2,
    Third = 3,
    Fourth = 4,
    Fifth = 5,
    Sixth = 6,
    Seventh = 7,
    Eighth = 8,
}
