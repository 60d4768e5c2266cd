namespace TypedExplain.Orleans;

/// <summary>Where a job is.</summary>
[GenerateSerializer]
[Alias("TypedExplain.ExplanationJobState")]
public enum ExplanationJobState
{
    /// <summary>Nobody has started it.</summary>
    NotStarted,

    /// <summary>Its source is divided, and it is looked which shards are finished.</summary>
    Planning,

    /// <summary>Shards are worked on or wait.</summary>
    Running,

    /// <summary>All shards are finished.</summary>
    Done,

    /// <summary>It could not be planned, or shards were given up and all others are finished.</summary>
    Failed,

    /// <summary>It was ended early; finished shards are kept.</summary>
    Canceled,
}
