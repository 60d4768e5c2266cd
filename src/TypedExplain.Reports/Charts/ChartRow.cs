namespace TypedExplain.Reports.Charts;

/// <summary>A row of a chart.</summary>
/// <param name="Name">What it is of.</param>
/// <param name="Value">The value that goes with it; empty for none.</param>
/// <param name="Number">What is drawn, in digits; empty for none.</param>
/// <param name="Marks">What is drawn.</param>
internal sealed record ChartRow(string Name, string Value, string Number, params IReadOnlyList<RowMark> Marks)
{
    /// <summary>Whether it stands for several, so that its name is quiet.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>Where a line leads down to the next row, as a running total does; null for none.</summary>
    public double? Total { get; init; }
}
