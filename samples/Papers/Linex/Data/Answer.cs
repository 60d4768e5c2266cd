namespace Papers;

/// <summary>Yes or no; −1 where the question was not asked, mostly of children.</summary>
public enum Answer
{
    NotAsked = -1,
    Yes = 1,
    No = 2,
}
