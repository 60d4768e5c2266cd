namespace TypedExplain.Decisions;

/// <summary>Why no principal reasons are stated.</summary>
public enum RefusalCause
{
    /// <summary>The decision is favorable, so that it has no adverse reasons.</summary>
    NotAdverse = 0,

    /// <summary>The score is so near the cutoff that rounding decides.</summary>
    RoundingDecides,

    /// <summary>Nothing about the person is worse than in the reference.</summary>
    NothingAdverse,

    /// <summary>A protected feature is among the principal reasons, and none of those may be left out.</summary>
    ProtectedFeature,

    /// <summary>A feature without a reason for its value is among the principal reasons, and none of those may be left out.</summary>
    ReasonlessFeature,

    /// <summary>Two reasons are equally strong, and there is room for one of them only.</summary>
    Tie,

    /// <summary>The estimated contributions do not tell which reasons are the principal ones, with all the samples that the budget allows.</summary>
    Undecided,

    /// <summary>The budget of queries does not pay for one estimate.</summary>
    OutOfBudget,

    /// <summary>The contributions do not add up to the difference between the score and the reference.</summary>
    NotAdditive,

    /// <summary>The linear explanation is below its standard.</summary>
    PoorFit,

    /// <summary>The model gave two answers for the same person.</summary>
    NotDeterministic,
}
