namespace TypedExplain.Reports.Charts;

/// <summary>A curve, or its points alone where places have no order.</summary>
/// <param name="Points">Its points from the left, with from where to where each may lie; not a number where that is not known.</param>
/// <param name="Look">Its classes; of a series its color.</param>
internal sealed record PlaneCurve(IReadOnlyList<(double X, double Y, double Lower, double Upper)> Points, string Look)
{
    /// <summary>The series whose shape marks its points; null for no marks.</summary>
    public int? Series { get; init; }

    /// <summary>How many points at its end only lead the line on, and have no mark of their own.</summary>
    public int Unmarked { get; init; }

    /// <summary>Whether its points are joined by lines.</summary>
    public bool IsJoined { get; init; } = true;
}
