namespace TypedExplain.Training.Frontiers;

/// <summary>The knee of points of which both numbers are better the lower they are.</summary>
internal static class FrontierKnee
{
    /// <summary>Position of the knee; null where no point is finite.</summary>
    public static int? Of((double X, double Y)[] points)
    {
        int[] order = [.. Enumerable.Range(0, points.Length)
            .Where(i => double.IsFinite(points[i].X) && double.IsFinite(points[i].Y))
            .Where(i => !points.Any(other => other.X <= points[i].X && other.Y <= points[i].Y && other != points[i]))
            .OrderBy(i => points[i].X)];
        if (order.Length == 0)
            return null;
        (double X, double Y) first = points[order[0]], last = points[order[^1]];
        int knee = order[0];
        double furthest = 0;
        if (last.X == first.X || last.Y == first.Y)
            return knee;
        foreach (int i in order)
        {
            // On the line x + y = 1 between the ends (0, 1) and (1, 0); below it the sum is smaller.
            double x = (points[i].X - first.X) / (last.X - first.X), y = (points[i].Y - last.Y) / (first.Y - last.Y);
            if (1 - x - y > furthest)
                (knee, furthest) = (i, 1 - x - y);
        }

        return knee;
    }
}
