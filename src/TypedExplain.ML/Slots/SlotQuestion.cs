namespace TypedExplain.ML.Slots;

/// <summary>A question of a tree of ML.NET, and what was found out about it.</summary>
/// <param name="Tree">The tree.</param>
/// <param name="Question">Which of its questions.</param>
internal sealed record SlotQuestion<T>(SlotTree Tree, int Question)
    where T : IFeatureRecord<T>
{
    /// <summary>The feature that the slots are made of; null where the answer is the same for every row.</summary>
    public Feature<T>? Feature { get; init; }

    /// <summary>The answer where no feature matters, or a numeric one is small.</summary>
    public bool LeftAtFirst { get; set; }

    /// <summary>Whether a numeric feature that is large goes the other way.</summary>
    public bool Turns { get; set; }

    /// <summary>The largest number before the turn that is known, by its order among all numbers.</summary>
    public long Before { get; set; }

    /// <summary>The smallest number behind the turn that is known, by its order.</summary>
    public long Behind { get; set; }

    /// <summary>For a feature of few values, those that go left, by their numbers from 0; null where numbers are compared.</summary>
    public List<int>? LeftValues { get; set; }

    /// <summary>The answer where the value is missing; null where it is always there.</summary>
    public bool? LeftIfMissing { get; set; }
}
