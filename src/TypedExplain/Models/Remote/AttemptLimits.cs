namespace TypedExplain.Models.Remote;

/// <summary>How far an attempt may go.</summary>
/// <param name="Left">How much time is left for it.</param>
/// <param name="Whole">How much time there was for the request with all its attempts, for messages.</param>
/// <param name="MostBytes">The most bytes that the answer may have.</param>
/// <param name="Quotes">Whether the answer's own words may be passed on.</param>
internal readonly record struct AttemptLimits(TimeSpan Left, TimeSpan Whole, long MostBytes, bool Quotes)
{
    // A number takes at most 25 characters, and white space may stand around it; envelopes say more than the scores.
    private const long BytesPerNumber = 64, Envelope = 1 << 16;

    /// <summary>The most bytes that an answer to some rows may have.</summary>
    public static long BytesFor(int rows, int outputs) => Envelope + (BytesPerNumber * rows * (outputs + 1L));
}
