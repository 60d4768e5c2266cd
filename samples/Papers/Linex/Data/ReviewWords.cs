namespace Papers;

/// <summary>Which of a sentence's distinct words are there, 1 or 0, in the order of their first places; numbers beyond them stay 0.</summary>
[FeatureRecord]
public sealed partial record ReviewWords([ArrayLength(ReviewWords.Most), Numeric(0, 1)] double[] There)
{
    /// <summary>The most distinct words that a sentence may have.</summary>
    public const int Most = 64;
}
