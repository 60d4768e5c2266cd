namespace TypedExplain.Decisions;

/// <summary>How far two methods agree on the first k reasons, over people to whom both state as many.</summary>
/// <param name="K">k.</param>
/// <param name="SameReasons">Those for whom the first k are the same, in whatever order.</param>
/// <param name="MeanOverlap">The mean share of the first k that both have, from 0 to 1.</param>
public readonly record struct MethodAgreement(int K, Proportion SameReasons, double MeanOverlap);
