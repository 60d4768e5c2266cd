namespace TypedExplain.Hosting;

/// <summary>What a service is asked about an instance.</summary>
public enum ExplanationQuestion
{
    /// <summary>Effects, held to a standard.</summary>
    Explanation,

    /// <summary>Contributions.</summary>
    Contributions,

    /// <summary>The principal reasons for the decision.</summary>
    Reasons,

    /// <summary>What would change the decision.</summary>
    Recourse,
}
