namespace TypedExplain.Reports.Charts;

/// <summary>From where to where a number may lie; what is not finite reaches the end of the axis.</summary>
internal sealed record SpanMark(double Lower, double Upper) : RowMark;
