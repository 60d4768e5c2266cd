namespace TypedExplain.Decisions;

/// <summary>How often people are told the same when something changes that should not matter much.</summary>
/// <param name="SameReasons">Those who are told the same reasons, in whatever order.</param>
/// <param name="SameFirst">Those who are told the same first reason.</param>
/// <param name="Refused">Those to whom reasons were stated before and are not stated any more.</param>
public readonly record struct ReasonStability(Proportion SameReasons, Proportion SameFirst, Proportion Refused)
{
    /// <summary>The three shares.</summary>
    public override string ToString() => $"same reasons {SameReasons}; same first {SameFirst}; no longer stated {Refused}";
}
