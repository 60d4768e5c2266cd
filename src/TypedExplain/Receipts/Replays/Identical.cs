namespace TypedExplain;

/// <summary>
/// The result came out the same in every bit, by a model and backgrounds that are, as far as they are identified, the same. Where the
/// model is not identified it is one that answers the same on every row that was asked about.
/// </summary>
public sealed class Identical : ReplayOutcome
{
    internal Identical(string? note) => Note = note;

    /// <summary>What to know about it all the same, such as that the model is not identified; null where there is nothing.</summary>
    public string? Note { get; }

    /// <summary>"identical", and the note.</summary>
    public override string ToString() => Note is null ? "identical" : $"identical; {Note}";
}
