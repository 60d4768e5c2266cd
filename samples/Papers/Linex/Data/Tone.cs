namespace Papers;

/// <summary>What a review thinks of the film; the file has 0 and 1.</summary>
public enum Tone
{
    Negative,
    Positive,
}
