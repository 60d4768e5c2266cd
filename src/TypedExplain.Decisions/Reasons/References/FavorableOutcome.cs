namespace TypedExplain.Decisions;

/// <summary>Which way of a model's output is good for the person.</summary>
public enum FavorableOutcome
{
    /// <summary>A high answer is good, such as a credit score: below the cutoff the decision is adverse.</summary>
    High = 0,

    /// <summary>A low answer is good, such as a probability of default: above the cutoff the decision is adverse.</summary>
    Low,
}
