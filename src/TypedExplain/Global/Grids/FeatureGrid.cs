using System.Collections.Immutable;
using TypedExplain.Errors;
using TypedExplain.Generated;
using TypedExplain.Global.Units;

namespace TypedExplain.Global.Grids;

/// <summary>The values at which a feature is looked at, and which rows of a background are at which.</summary>
internal sealed class FeatureGrid<T>
    where T : IFeatureRecord<T>
{
    private readonly double[] _values;
    private readonly bool _hasMissing;

    private FeatureGrid(FeatureUnit<T> unit, double[] values, bool hasMissing, Dataset<T> background)
    {
        (Unit, _values, _hasMissing) = (unit, values, hasMissing);
        Rows = [.. Enumerable.Range(0, background.Count).Where(row => unit.IsOpen(background.Encoded[row]) && !(unit.Feature.Kind == FeatureKind.Missing && Cell.ToBoolean(background.Encoded[row][unit.Feature.Column])))];
        if (Rows.Length == 0 || Count == 0)
            throw new InvalidDatasetException($"None of the {background.Count} {Noun.Of(background.Count, "row")} of the background has a {T.Schema.Name}.{unit.Feature}; at least 1 must have one.");
        NearestPoint<T> nearest = new(unit.Feature, values);
        At = new int[background.Count];
        int[] support = new int[Count];
        for (int row = 0; row < At.Length; row++)
        {
            ReadOnlySpan<double> columns = background.Encoded[row];
            At[row] = !unit.IsOpen(columns) ? -1 : IsMissing(columns) ? (hasMissing ? values.Length : -1) : nearest.Of(columns);
            if (At[row] >= 0)
                support[At[row]]++;
        }

        Points = [.. Enumerable.Range(0, Count).Select(point => new GridPoint(point < values.Length ? values[point] : double.NaN, point == values.Length, LabelOf(point), support[point]))];
    }

    /// <summary>What is changed.</summary>
    public FeatureUnit<T> Unit { get; }

    /// <summary>The points: numbers and ranks in rising order, categories in that of the schema, no value last.</summary>
    public ImmutableArray<GridPoint> Points { get; }

    /// <summary>How many points there are.</summary>
    public int Count => _values.Length + (_hasMissing ? 1 : 0);

    /// <summary>The rows of the background that can have each of the values.</summary>
    public int[] Rows { get; }

    /// <summary>For each row of the background the nearest point; −1 for none.</summary>
    public int[] At { get; }

    /// <summary>Whether each point is a value of its own, as of flags, categories and few ranks, and not one of many of a number or on a circle.</summary>
    public bool HasLevels { get; private init; } = true;

    /// <summary>The categories that are left out, the most frequent first.</summary>
    public ImmutableArray<string> LeftOut { get; private init; } = [];

    /// <summary>How many rows have a category that is left out.</summary>
    public int RowsOfLeftOut { get; private init; }

    /// <summary>The grid of a feature.</summary>
    /// <param name="feature">The feature, or what says that there is no value.</param>
    /// <param name="background">The rows.</param>
    /// <param name="spacing">Where the points of a number lie.</param>
    /// <param name="points">How many they are at most.</param>
    /// <param name="categories">How many categories or ranks at most.</param>
    public static FeatureGrid<T> Of(Feature<T> feature, Dataset<T> background, GridSpacing spacing, int points, int categories)
    {
        FeatureUnit<T> unit = FeatureUnit<T>.Of(feature);
        if (feature.Kind is FeatureKind.Flag or FeatureKind.Missing)
            return new(feature.Kind == FeatureKind.Missing ? FeatureUnit<T>.OfFlag(feature) : unit, [0, 1], unit.Flag is not null && feature.Kind == FeatureKind.Flag, background);
        if (feature.Kind == FeatureKind.Category)
        {
            Frequent frequent = Frequent.Of([.. Enumerable.Range(0, background.Count).Where(row => feature.IsPresent(background.Encoded[row])).Select(row => feature.CategoryIn(background.Encoded[row]))], feature.Categories.Length, categories);
            return new(unit, [.. frequent.Kept.Select(kept => (double)kept)], unit.Flag is not null, background)
            {
                LeftOut = [.. frequent.LeftOut.Select(left => feature.CategoryDisplayNames[left])],
                RowsOfLeftOut = frequent.RowsLeftOut,
            };
        }

        bool isRanked = feature.Kind == FeatureKind.Ordinal && feature.Categories.Length <= categories;
        double[] values = isRanked
            ? [.. Enumerable.Range(0, feature.Categories.Length).Select(rank => (double)rank)]
            : NumberGrid.Of(feature, background, spacing, points);
        return new(unit, values, unit.Flag is not null, background) { HasLevels = isRanked && feature.Scale != FeatureScale.Cyclic };
    }

    /// <summary>The values of a feature that occur in a background, without that of no value; of a number those that divide its rows into equal shares.</summary>
    /// <param name="feature">The feature.</param>
    /// <param name="background">The rows.</param>
    /// <param name="intervals">Into how many shares at most.</param>
    /// <param name="categories">How many categories or ranks at most.</param>
    public static FeatureGrid<T> Occurring(Feature<T> feature, Dataset<T> background, int intervals, int categories)
    {
        FeatureGrid<T> all = Of(feature, background, GridSpacing.Quantile, intervals + 1, categories);
        double[] values = [.. Enumerable.Range(0, all._values.Length).Where(point => all.Points[point].Support > 0).Select(point => all._values[point])];
        return new(all.Unit, values, hasMissing: false, background) { LeftOut = all.LeftOut, RowsOfLeftOut = all.RowsOfLeftOut, HasLevels = all.HasLevels };
    }

    /// <summary>Writes the value of a point into a row.</summary>
    public void Write(int point, Span<double> row)
    {
        Feature<T> feature = Unit.Feature;
        if (feature.Kind == FeatureKind.Missing)
        {
            if (_values[point] == 1)
                Clear(row);
            return;
        }

        if (point == _values.Length)
        {
            Clear(row);
            return;
        }

        if (feature.Kind == FeatureKind.Category)
            feature.WriteCategory((int)_values[point], row.Slice(feature.Column, feature.ColumnCount));
        else
            row[feature.Column] = _values[point];
        if (Unit.Flag is { } flag)
            row[flag] = 0;
    }

    private void Clear(Span<double> row)
    {
        Unit.In(row).Clear();
        row[Unit.Flag!.Value] = 1;
    }

    private bool IsMissing(ReadOnlySpan<double> row) => Unit.Feature.Kind != FeatureKind.Missing && Unit.Flag is { } flag && Cell.ToBoolean(row[flag]);

    private string LabelOf(int point)
    {
        double[] columns = new double[T.Schema.Columns];
        if (Unit.Feature.Kind == FeatureKind.Missing)
            return _values[point] == 1 ? "true" : "false";
        Write(point, columns);
        return Unit.Feature.Format(columns);
    }
}
