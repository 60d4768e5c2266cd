namespace TypedExplain.Models.Forests.Trees;

/// <summary>Thresholds for numbers of double precision that part them as a model does that first rounds them to single.</summary>
internal static class Thresholds
{
    /// <summary>The largest number that goes the way of x ≤ t, or of x &lt; t.</summary>
    /// <param name="threshold">t.</param>
    /// <param name="isStrict">Whether an equal number goes the other way.</param>
    /// <param name="rounds">Whether the model rounds x to single precision.</param>
    public static double Of(double threshold, bool isStrict, bool rounds)
    {
        if (!rounds)
            return isStrict ? Math.BitDecrement(threshold) : threshold;
        float last = isStrict ? MathF.BitDecrement((float)threshold) : (float)threshold;
        float next = MathF.BitIncrement(last);
        if (!float.IsFinite(last) || !float.IsFinite(next))
            return last;

        // Halfway between neighbors of single precision is exact in double, and rounds to the even one.
        double halfway = ((double)last + next) / 2;
        return (float)halfway == last ? halfway : Math.BitDecrement(halfway);
    }
}
