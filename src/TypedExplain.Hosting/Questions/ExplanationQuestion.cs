namespace TypedExplain.Hosting;

/// <summary>What a service is asked about an instance.</summary>
public enum ExplanationQuestion
{
    /// <summary>Effects, held to a standard.</summary>
    Explanation,

    /// <summary>How the difference from the mean answer is shared out among features.</summary>
    Contributions,

    /// <summary>The principal reasons for the decision.</summary>
    Reasons,

    /// <summary>What would change the decision.</summary>
    Recourse,
}
