namespace TypedExplain.Decisions.Search;

/// <summary>A choice of options in the order of the search: those of the first movers, up to the last one that is changed.</summary>
/// <param name="Choice">For each mover of the search, up to the last changed one, the option; the others stay.</param>
/// <param name="Cost">What it costs.</param>
internal sealed record Candidate(int[] Choice, double Cost)
{
    /// <summary>How many movers are decided.</summary>
    public int Decided => Choice.Length;
}
