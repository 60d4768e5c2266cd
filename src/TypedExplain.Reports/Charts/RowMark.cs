namespace TypedExplain.Reports.Charts;

/// <summary>What is drawn in a row of a chart, along the axis.</summary>
internal abstract record RowMark;
