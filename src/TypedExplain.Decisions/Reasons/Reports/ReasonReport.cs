using System.Collections.Immutable;

namespace TypedExplain.Decisions;

/// <summary>
/// What a validator of principal reasons asks for: how often each is stated, to whom none are and why, and how far the reasons
/// depend on what should not matter. Immutable.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed partial class ReasonReport<T>
    where T : IFeatureRecord<T>
{
    internal ReasonReport()
    {
    }

    /// <summary>How many people were looked at.</summary>
    public required int People { get; init; }

    /// <summary>How many of them have an adverse decision, by the model or by a rule, or one that rounding decides.</summary>
    public required Proportion Adverse { get; init; }

    /// <summary>To how many of those reasons are stated, those of automatic denials included.</summary>
    public required Proportion Stated { get; init; }

    /// <summary>How many of those a rule denied before the model was asked.</summary>
    public required Proportion Denied { get; init; }

    /// <summary>Why no reasons are stated to the others.</summary>
    public required ImmutableArray<RefusalShare> Refusals { get; init; }

    /// <summary>How often each reason is stated, the most frequent first.</summary>
    public required ImmutableArray<ReasonShare<T>> Codes { get; init; }

    /// <summary>The same by segment.</summary>
    public ImmutableArray<ReasonSegment<T>> Segments { get; init; } = [];

    /// <summary>How often people are told the same with another seed; null where all contributions are exact, or it was not asked for.</summary>
    public ReasonStability? Seeds { get; init; }

    /// <summary>The same against people drawn from the reference with replacement; null where it was not asked for.</summary>
    public ReasonStability? Resamples { get; init; }

    /// <summary>The same with one number of the person a step more or less; empty where it was not asked for.</summary>
    public ImmutableArray<StepStability<T>> Steps { get; init; } = [];

    /// <summary>How far another method agrees, for each k from 1 to 4; empty where it was not asked for.</summary>
    public ImmutableArray<MethodAgreement> Agreement { get; init; } = [];

    /// <summary>The name of the other method; null where there is none.</summary>
    public string? SecondMethod { get; init; }

    /// <summary>What moving the features behind the reasons to the reference does to the score.</summary>
    public required DeletionTest Deletion { get; init; }

    /// <summary>How the shares have changed since an earlier report; empty where there is none.</summary>
    public ImmutableArray<ReasonDrift<T>> Drift { get; init; } = [];

    /// <summary>To how many people reasons are stated.</summary>
    internal int Told => Stated.Count;
}
