namespace Papers;

/// <summary>What became of one published finding.</summary>
/// <param name="Claim">The finding, such as "CI: LINEX below LIME".</param>
/// <param name="Outcome">Whether it came out.</param>
/// <param name="Reason">By which numbers, in words.</param>
public sealed record Verdict(string Claim, Outcome Outcome, string Reason)
{
    /// <summary>The outcome in words.</summary>
    public string Word => Words(Outcome);

    /// <summary>Judges an ordering that is published, such as "first below second", by what was measured.</summary>
    public static Verdict Of(string claim, bool holds, string reason) => new(claim, holds ? Outcome.Reproduced : Outcome.NotReproduced, reason);

    /// <summary>An outcome in words.</summary>
    public static string Words(Outcome outcome) => outcome switch
    {
        Outcome.Reproduced => "reproduced",
        Outcome.NotReproduced => "not reproduced",
        _ => "not comparable",
    };

    /// <summary>A table of verdicts.</summary>
    public static string Table(IReadOnlyList<Verdict> verdicts)
    {
        MarkdownTable table = new("verdict", "finding", "measured");
        foreach (Verdict verdict in verdicts)
            table.Add(verdict.Word, verdict.Claim, verdict.Reason);
        return table.ToString();
    }
}
