using TypedExplain.Global.Grids;

namespace TypedExplain.Global.Accumulation;

/// <summary>Which points each row is asked about: the ends of its interval, or its own level and those beside it.</summary>
internal sealed class StepDesign
{
    private StepDesign(int points, bool isCyclic, bool hasLevels, int[] order, int[] rows, int[] lows, int[] highs, int[] own) =>
        (Points, IsCyclic, HasLevels, Order, Rows, Lows, Highs, Own) = (points, isCyclic, hasLevels, order, rows, lows, highs, own);

    /// <summary>How many points the curve has.</summary>
    public int Points { get; }

    /// <summary>How many steps: on a circle one more than between the points.</summary>
    public int Steps => IsCyclic ? Points : Points - 1;

    /// <summary>Whether the last point is followed by the first.</summary>
    public bool IsCyclic { get; }

    /// <summary>Whether a row is at a point, and not between two.</summary>
    public bool HasLevels { get; }

    /// <summary>The points of the grid in the order of the curve.</summary>
    public int[] Order { get; }

    /// <summary>The rows of the background that have a value.</summary>
    public int[] Rows { get; }

    /// <summary>For each of them the first point that it is asked about.</summary>
    public int[] Lows { get; }

    /// <summary>For each of them the last one, which on a circle may be beyond the end.</summary>
    public int[] Highs { get; }

    /// <summary>For each of them the point that it is at; of numbers that where its interval begins.</summary>
    public int[] Own { get; }

    /// <summary>How many rows the model is asked about.</summary>
    public long Questions => Points < 2 ? 0 : Lows.Select((low, i) => (long)Highs[i] - low + 1).Sum();

    /// <summary>The design for a grid of values that occur.</summary>
    public static StepDesign Of<T>(FeatureGrid<T> grid, Dataset<T> background, CancellationToken cancellation)
        where T : IFeatureRecord<T>
    {
        Feature<T> feature = grid.Unit.Feature;
        int points = grid.Count;
        bool isCyclic = !grid.HasLevels && feature.Scale == FeatureScale.Cyclic && points > 1;
        int[] order = feature.Kind == FeatureKind.Category ? LevelOrder.Of(grid, background, cancellation) : [.. Enumerable.Range(0, points)], places = new int[points];
        for (int place = 0; place < points; place++)
            places[order[place]] = place;
        int[] rows = [.. Enumerable.Range(0, background.Count).Where(row => grid.At[row] >= 0)], own = new int[rows.Length];
        double[] values = [.. grid.Points.Select(point => point.Value)];
        for (int i = 0; i < rows.Length; i++)
            own[i] = grid.HasLevels ? places[grid.At[rows[i]]] : Interval(values, NumberGrid.Of(feature, background.Encoded[rows[i]]), isCyclic);
        return new(
            points,
            isCyclic,
            grid.HasLevels,
            order,
            rows,
            [.. own.Select(at => grid.HasLevels ? Math.Max(0, at - 1) : at)],
            [.. own.Select(at => grid.HasLevels ? Math.Min(points - 1, at + 1) : at + 1)],
            own);
    }

    /// <summary>The interval that ends at or above a value: (z, z′]; the first holds its beginning too, and on a circle the last one what is at the beginning of the range.</summary>
    public static int Interval(double[] edges, double value, bool isCyclic)
    {
        int found = Array.BinarySearch(edges, value), end = found >= 0 ? found : ~found;
        if (isCyclic)
            return end == 0 || end == edges.Length ? edges.Length - 1 : end - 1;
        return Math.Clamp(end - 1, 0, Math.Max(0, edges.Length - 2));
    }
}
