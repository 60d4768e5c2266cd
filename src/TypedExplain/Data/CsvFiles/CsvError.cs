namespace TypedExplain;

/// <summary>A cell or row of a CSV file that cannot be read.</summary>
/// <param name="Line">The line of the file on which the row starts, from 1; the header is line 1 where no blank line precedes it.</param>
/// <param name="Row">The number of the row, from 1; the header is not counted.</param>
/// <param name="Column">The name of the feature or target; empty where the row as a whole is at fault.</param>
/// <param name="Text">What the cell holds, shortened where it is long; of a protected feature only that it is withheld.</param>
/// <param name="Reason">What is wrong, or what is allowed instead.</param>
public sealed record CsvError(long Line, long Row, string Column, string Text, string Reason)
{
    /// <summary>Where it is, what was found and what is allowed.</summary>
    public override string ToString() => Column.Length == 0
        ? $"line {Line}, row {Row}: {Reason}"
        : $"line {Line}, row {Row}: {Column} is \"{Text}\"; {Reason}";
}
