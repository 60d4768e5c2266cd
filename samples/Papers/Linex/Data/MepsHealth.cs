namespace Papers;

/// <summary>How they feel.</summary>
public enum MepsHealth
{
    NotAsked = -1,
    Excellent = 1,
    VeryGood = 2,
    Good = 3,
    Fair = 4,
    Poor = 5,
}
