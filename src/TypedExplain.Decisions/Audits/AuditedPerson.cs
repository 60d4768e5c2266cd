namespace TypedExplain.Decisions;

/// <summary>What an audit found for one row whose answer was not wanted.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class AuditedPerson<T>
    where T : IFeatureRecord<T>
{
    internal AuditedPerson(int row, RecourseOutcome<T>? outcome, TypedExplainException? error) => (Row, Outcome, Error) = (row, outcome, error);

    /// <summary>The position of the row in the data set.</summary>
    public int Row { get; }

    /// <summary>The outcome; null where the search failed.</summary>
    public RecourseOutcome<T>? Outcome { get; }

    /// <summary>Why the search failed; null where it did not.</summary>
    public TypedExplainException? Error { get; }

    /// <summary>The row and what became of it.</summary>
    public override string ToString() => $"row {Row}: {Outcome?.ToString() ?? Error!.Message}";
}
