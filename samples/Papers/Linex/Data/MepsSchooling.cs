namespace Papers;

/// <summary>Rising order of schooling; the file's codes leave a gap.</summary>
public enum MepsSchooling
{
    NotAsked = -1,
    First = 1,
    Second = 2,
    Third = 13,
    Fourth = 14,
    Fifth = 15,
    Sixth = 16,
}
