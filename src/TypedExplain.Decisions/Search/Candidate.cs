namespace TypedExplain.Decisions.Search;

/// <summary>A choice of options, by what it changes.</summary>
/// <param name="Changes">The movers of the search that are changed, in their order, each with the option that it takes; all others stay.</param>
/// <param name="Cost">What it costs.</param>
internal sealed record Candidate((int Mover, int Option)[] Changes, double Cost)
{
    /// <summary>How many movers are decided: all up to the last one that is changed.</summary>
    public int Decided => Changes.Length == 0 ? 0 : Changes[^1].Mover + 1;
}
