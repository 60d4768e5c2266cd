namespace TypedExplain.Testing;

/// <summary>What can be told of a reason for one instance under two models.</summary>
public enum ReasonVerdict
{
    /// <summary>It is the same under every seed and both models.</summary>
    Same,

    /// <summary>The model changed it: no seed changes it within either model, and every seed of the one differs from every seed of the other.</summary>
    Changed,

    /// <summary>It cannot be told: a seed by itself changes it within one of the models.</summary>
    Undecided,
}
