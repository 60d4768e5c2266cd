using System.Globalization;

namespace TypedExplain.Batch;

/// <summary>A row of a source that is no record: it is left out of the results and told in a file of its own.</summary>
/// <param name="Row">The number of the row in its source, from 1.</param>
/// <param name="Line">The line of the file on which it starts, from 1; 0 where the source has no lines.</param>
/// <param name="Column">The name of the column; empty where the row as a whole is at fault.</param>
/// <param name="Text">What the cell holds, shortened where it is long; empty where the source does not tell, and of a protected feature only that it is withheld.</param>
/// <param name="Reason">What is wrong, or what is allowed instead.</param>
public sealed record BadRow(long Row, long Line, string Column, string Text, string Reason)
{
    /// <summary>The name of the column; empty where the row as a whole is at fault.</summary>
    public string Column { get; init; } = Column ?? throw new ArgumentNullException(nameof(Column));

    /// <summary>What the cell holds; empty where the source does not tell.</summary>
    public string Text { get; init; } = Text ?? throw new ArgumentNullException(nameof(Text));

    /// <summary>What is wrong, or what is allowed instead.</summary>
    public string Reason { get; init; } = Reason ?? throw new ArgumentNullException(nameof(Reason));

    /// <summary>Where it is, what was found and what is allowed.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"row {Row}{(Line == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" (line {Line})"))}: {(Column.Length == 0 ? "" : Text.Length == 0 ? $"{Column}: " : $"{Column} is \"{Text}\"; ")}{Reason}");
}
