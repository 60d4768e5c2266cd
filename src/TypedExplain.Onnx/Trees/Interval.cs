namespace TypedExplain.Onnx.Trees;

/// <summary>What the answers above a node tell of one column: it is in (Low, High]. The rest is what was known before.</summary>
/// <param name="Column">The column.</param>
/// <param name="Low">The largest number that it is above; −∞ where none is known.</param>
/// <param name="High">The largest number that it can be; +∞ where none is known.</param>
/// <param name="Before">What was known before, or null.</param>
internal sealed record Interval(int Column, double Low, double High, Interval? Before)
{
    /// <summary>What is known of a column.</summary>
    /// <param name="known">What is known.</param>
    /// <param name="column">The column.</param>
    /// <param name="steps">Is raised by how many answers were looked at.</param>
    public static (double Low, double High) Of(Interval? known, int column, ref long steps)
    {
        for (steps++; known is not null; known = known.Before, steps++)
        {
            if (known.Column == column)
                return (known.Low, known.High);
        }

        return (double.NegativeInfinity, double.PositiveInfinity);
    }
}
