using TypedExplain.Numerics;

namespace TypedExplain.Neighborhoods.Density;

/// <summary>The points near a place.</summary>
internal static class PickRadius
{
    private const double FirstRadius = 0.1, Step = 0.1, FarAway = 1e4;

    /// <summary>The first of the radii 0.2, 0.3, … within which there are enough points.</summary>
    /// <param name="squaredDistances">The squared distances of all points.</param>
    /// <param name="enough">How many are enough; where there are fewer points than that, all of them.</param>
    public static double Automatic(ReadOnlySpan<double> squaredDistances, int enough)
    {
        using Pooled sorted = new(squaredDistances.Length);
        squaredDistances.CopyTo(sorted.Span);
        sorted.Span.Sort();
        double needed = Math.Sqrt(sorted.Span[Math.Min(enough, squaredDistances.Length) - 1]);
        if (needed > FarAway)
            return needed;

        // Added up as published, since the sum of many tenths is not the multiple.
        double radius = FirstRadius + Step;
        while (radius < needed)
            radius += Step;
        return radius;
    }

    /// <summary>Writes which points lie within a radius, in their order, and returns how many do.</summary>
    public static int Within(ReadOnlySpan<double> squaredDistances, double radius, Span<int> points)
    {
        // No branch: always write, and advance only if the point is near. A processor cannot predict which are.
        int count = 0;
        for (int i = 0; i < squaredDistances.Length; i++)
        {
            points[count] = i;
            count += Math.Sqrt(squaredDistances[i]) <= radius ? 1 : 0;
        }

        return count;
    }
}
