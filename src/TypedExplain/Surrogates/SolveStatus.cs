namespace TypedExplain;

/// <summary>How a solution was come by.</summary>
public enum SolveStatus
{
    /// <summary>Solved in closed form; no iteration was needed.</summary>
    Exact,

    /// <summary>An iteration ended because nothing moved by more than the tolerance.</summary>
    Converged,

    /// <summary>An iteration was ended by its cap. The numbers are its last state and not to be relied on.</summary>
    NotConverged,

    /// <summary>Estimated from random draws; the residual is the largest standard error of a contribution.</summary>
    Sampled,
}
