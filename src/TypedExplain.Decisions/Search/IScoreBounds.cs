namespace TypedExplain.Decisions.Search;

/// <summary>What the answers of a model can be where only some features of an action are decided.</summary>
internal interface IScoreBounds
{
    /// <summary>The least and largest answer, with room for rounding.</summary>
    /// <param name="choice">For each mover of the search the option that is taken.</param>
    /// <param name="decided">How many of them, from the first, are decided; the others may take any option.</param>
    (double Least, double Most) Of(ReadOnlySpan<int> choice, int decided);
}
