namespace Papers;

/// <summary>A grade from 1 (excellent, always) on; 6 is "never in a car".</summary>
public enum MepsGrade
{
    NotAsked = -1,
    First = 1,
    Second = 2,
    Third = 3,
    Fourth = 4,
    Fifth = 5,
    Sixth = 6,
}
