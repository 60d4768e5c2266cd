namespace TypedExplain.Reports.Charts;

/// <summary>The reader's own instance.</summary>
internal sealed record OwnMark(double At) : RowMark;
