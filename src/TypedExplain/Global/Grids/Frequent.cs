namespace TypedExplain.Global.Grids;

/// <summary>The most frequent categories.</summary>
/// <param name="Kept">Their positions in rising order.</param>
/// <param name="LeftOut">The positions of the others, the most frequent first.</param>
/// <param name="RowsLeftOut">How many rows have one of the others.</param>
internal readonly record struct Frequent(int[] Kept, int[] LeftOut, int RowsLeftOut)
{
    /// <summary>Counts categories; of equally frequent ones the first come first.</summary>
    /// <param name="of">The category of each row.</param>
    /// <param name="categories">How many there are.</param>
    /// <param name="most">How many are kept at most.</param>
    public static Frequent Of(int[] of, int categories, int most)
    {
        int[] counts = new int[categories];
        foreach (int category in of)
            counts[category]++;
        int[] ranked = [.. Enumerable.Range(0, categories).OrderByDescending(category => counts[category])];
        int kept = Math.Min(most, categories);
        return new([.. ranked.Take(kept).Order()], ranked[kept..], ranked[kept..].Sum(category => counts[category]));
    }
}
