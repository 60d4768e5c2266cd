namespace Papers;

/// <summary>What became of one published finding.</summary>
/// <param name="Claim">The finding, such as "CI of LINEX/rand below LIME".</param>
/// <param name="Outcome">Its class.</param>
/// <param name="Reason">By which numbers, in words.</param>
public sealed record Verdict(string Claim, Outcome Outcome, string Reason)
{
    /// <summary>A class in words.</summary>
    public static string Words(Outcome outcome) => outcome switch
    {
        Outcome.CameOut => "came out",
        Outcome.Better => "better here",
        Outcome.OtherWay => "the other way",
        Outcome.NoDifference => "no difference can be told",
        Outcome.NotTested => "not tested",
        Outcome.PaperTellsNone => "the paper tells none",
        _ => "artefact",
    };

    /// <summary>A table of verdicts.</summary>
    public static string Table(IReadOnlyList<Verdict> verdicts)
    {
        MarkdownTable table = new("verdict", "finding", "measured");
        foreach (Verdict verdict in verdicts)
            table.Add(Words(verdict.Outcome), verdict.Claim, verdict.Reason);
        return table.ToString();
    }
}
