namespace TypedExplain.Batch.Cells;

/// <summary>A column of a table that states the types of its columns.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What its cells are.</param>
/// <param name="Type">Its type, as the table calls it.</param>
internal sealed record TableColumn(string Name, CellKind Kind, string Type)
{
    /// <summary>How many ticks of 100 nanoseconds the unit of durations has.</summary>
    public decimal UnitTicks { get; init; } = 1;
}
