namespace TypedExplain.Schema.Values;

/// <summary>Keeps drawn numbers inside their limits.</summary>
internal static class Folding
{
    /// <summary>Mirrors a number at the limits until it lies between them.</summary>
    public static double Fold(double value, double minimum, double maximum)
    {
        if (value >= minimum && value <= maximum)
            return value;

        // Far outside, whole periods of the mirrored line are taken off at once.
        double width = maximum - minimum;
        double outside = value < minimum ? minimum - value : value - maximum;
        if (outside > 4 * width)
            value = minimum + (Math.Abs(value - minimum) % (2 * width));
        for (int i = 0; i < 6 && !(value >= minimum && value <= maximum); i++)
            value = value < minimum ? minimum + (minimum - value) : maximum - (value - maximum);
        return Math.Clamp(value, minimum, maximum);
    }
}
