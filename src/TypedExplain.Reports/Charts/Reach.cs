namespace TypedExplain.Reports.Charts;

/// <summary>
/// From where to where the vertical axis of a plane reaches: all that is drawn, and intervals as far as they leave it readable. An interval
/// of two instances can be a hundred times as long as the cloud of all instances that it stands in.
/// </summary>
/// <param name="Ends">The numbers that the axis must reach.</param>
/// <param name="IsCut">Whether some interval goes on beyond them.</param>
internal readonly record struct Reach(IReadOnlyList<double> Ends, bool IsCut)
{
    // So many times what the cloud itself spans is left for intervals, above and below.
    private const double Room = 0.75;

    /// <summary>What a picture says where intervals are cut.</summary>
    public const string Note = "Some 95 % intervals go on beyond the picture, since they rest on few; the table has them.";

    public static Reach Of(PlaneChart chart)
    {
        double[] own = [.. chart.Curves.SelectMany(curve => curve.Points.Select(point => point.Y)).Concat(chart.Cells.SelectMany(cell => (double[])[cell.Bottom, cell.Top])).Concat(chart.Points.Select(point => point.Y)).Where(double.IsFinite)];
        double[] ends = [.. chart.Curves.SelectMany(curve => curve.Points.SelectMany(point => (double[])[point.Lower, point.Upper])).Concat(chart.Points.SelectMany(point => (double[])[point.Lower, point.Upper])).Where(double.IsFinite)];
        if (own.Length == 0 || chart.Cells.Count == 0)
            return new([.. own, .. ends], IsCut: false);
        double low = own.Min(), high = own.Max(), room = Room * (high - low);
        if (!(room > 0) || !double.IsFinite(room))
            return new([low, high, .. ends], IsCut: false);
        return new([low, high, .. ends.Select(end => Math.Clamp(end, low - room, high + room))], Array.Exists(ends, end => end < low - room || end > high + room));
    }
}
