namespace TypedExplain;

/// <summary>
/// Numbers that lie near one another, counted: one bar of a histogram. Buckets ascend, do not overlap, and none is empty. Their
/// edges are the same for every summary, so histograms of several features or shards can be compared bar by bar.
/// </summary>
/// <param name="From">The lower edge.</param>
/// <param name="To">The upper edge; equal to the lower one where all numbers are 0.</param>
/// <param name="Count">How many numbers lie between them.</param>
/// <param name="Missing">Of how many of these the feature has no value.</param>
/// <param name="Position">
/// The mean position of the feature's values that belong to the numbers, from 0 (lowest) to 1 (highest), for a color: of a number
/// among the values of the background, of a category, rank or flag by its place in the schema. Null where it is not known.
/// </param>
public readonly record struct SummaryBucket(double From, double To, long Count, long Missing, double? Position)
{
    /// <summary>The number half way between the edges, which stands for all in the bucket.</summary>
    public double Middle => From + ((To - From) / 2);
}
