namespace Papers;

/// <summary>Where the largest of some numbers is.</summary>
public static class Largest
{
    /// <summary>Its position; the first of equals.</summary>
    public static int IndexOfMax(this Span<double> values)
    {
        int best = 0;
        for (int i = 1; i < values.Length; i++)
            best = values[i] > values[best] ? i : best;
        return best;
    }
}
