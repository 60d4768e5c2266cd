using TypedExplain.Reports.Drawing;

namespace TypedExplain.Reports.Charts;

/// <summary>The names of reference lines, above them: in their middle, or on both sides where they would stand in one another.</summary>
internal static class ReferenceLabels
{
    private const double Gap = 8;

    /// <summary>Draws them.</summary>
    public static void Draw(Svg svg, IReadOnlyList<(double X, string Name)> labels, double y, double width)
    {
        (double X, string Name, double Length)[] all = [.. labels.OrderBy(label => label.X).Select(label => (label.X, label.Name, Math.Min(TextWidth.Of(label.Name) * Svg.SmallLetters, width)))];
        double[] from = [.. all.Select(label => Math.Clamp(label.X - (label.Length / 2), 0, width - label.Length))];
        for (int i = 1; i < all.Length; i++)
        {
            double over = from[i - 1] + all[i - 1].Length + Gap - from[i];
            if (over <= 0)
                continue;
            double left = Math.Min(from[i - 1], over / 2);
            (from[i - 1], from[i]) = (from[i - 1] - left, Math.Min(from[i] + over - left, width - all[i].Length));
        }

        double free = 0;
        for (int i = 0; i < all.Length; i++)
        {
            // What has no room even so is cut.
            double start = Math.Max(from[i], free), room = width - start;
            svg.Text("te-small te-quiet", all[i].Name, start, y, room: room);
            free = start + Math.Min(all[i].Length, room) + Gap;
        }
    }
}
