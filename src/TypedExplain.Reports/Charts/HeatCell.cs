namespace TypedExplain.Reports.Charts;

/// <summary>A cell of a heat map.</summary>
/// <param name="Across">The position of its value on the horizontal axis.</param>
/// <param name="Up">The position of its value on the vertical axis.</param>
/// <param name="Number">What is drawn.</param>
/// <param name="Text">The same in digits.</param>
/// <param name="Rows">How many instances there are.</param>
internal sealed record HeatCell(int Across, int Up, double Number, string Text, long Rows);
