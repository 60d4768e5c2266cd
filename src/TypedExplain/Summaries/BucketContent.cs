namespace TypedExplain.Summaries;

/// <summary>What a bucket holds.</summary>
/// <param name="Count">How many numbers.</param>
/// <param name="Missing">Of how many the feature has no value.</param>
/// <param name="Positions">The sum of the positions, 0 to 255, of the values of the others.</param>
internal readonly record struct BucketContent(long Count, long Missing, long Positions)
{
    public static BucketContent operator +(BucketContent one, BucketContent other) =>
        new(one.Count + other.Count, one.Missing + other.Missing, one.Positions + other.Positions);

    /// <summary>One number, with the position of its value or <see cref="ValuePosition.Missing"/>.</summary>
    public static BucketContent One(int position) => position == ValuePosition.Missing ? new(1, 1, 0) : new(1, 0, position);
}
