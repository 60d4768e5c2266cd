using System.Collections.Immutable;
using TypedExplain.Reports.Charts;
using TypedExplain.Reports.Pictures.Bars;
using TypedExplain.Reports.Pictures.Portfolios;

namespace TypedExplain.Reports.Pictures.Surfaces;

/// <summary>The values of one feature of a surface: which of them are drawn, and on what axis.</summary>
internal static class SurfaceAxis
{
    /// <summary>More values of a feature are thinned out: a reader could not tell them apart, and a page has its size.</summary>
    public const int Most = 20;

    /// <summary>The positions of the values that are drawn: of numbers evenly many are passed over, of names those with the fewest rows.</summary>
    public static int[] Shown<T>(Feature<T> feature, ImmutableArray<GridPoint> points)
        where T : IFeatureRecord<T>
    {
        int[] all = [.. Enumerable.Range(0, points.Length)];
        if (all.Length <= Most)
            return all;
        if (!feature.IsNumeric)
            return [.. all.OrderByDescending(i => points[i].Support).Take(Most).Order()];
        int last = points.Length - 1, kept = points[^1].IsMissing ? Most - 1 : Most, end = points[^1].IsMissing ? last - 1 : last;
        return [.. Enumerable.Range(0, kept).Select(i => (int)((long)i * end / (kept - 1))), .. points[^1].IsMissing ? (int[])[last] : []];
    }

    /// <summary>The axis of values.</summary>
    public static HeatAxis Of<T>(Feature<T> feature, ImmutableArray<GridPoint> points, bool isOpen, IFormatProvider provider)
        where T : IFeatureRecord<T>
    {
        bool isPlaces = !feature.IsNumeric || feature.Kind == FeatureKind.Ordinal || points.All(point => point.IsMissing);
        FeatureRange range = T.Schema.Axes[feature.Index].Range;
        bool isRound = feature.Scale == FeatureScale.Cyclic && !isPlaces && !isOpen;
        double period = isRound ? range.Maximum - range.Minimum : 0;
        return new()
        {
            Name = feature.DisplayName + (feature.Unit is { } unit ? $" ({unit})" : ""),
            Labels = [.. points.Select(point => Named.Of(point.Label))],
            Values = [.. points.Select(point => point.IsMissing ? double.NaN : point.Value)],
            IsPlaces = isPlaces,
            IsLog = feature.Scale == FeatureScale.Log && !isPlaces && points.All(point => point.IsMissing || point.Value > 0),
            IsWhole = feature.Kind == FeatureKind.Whole,
            Period = period,
            Write = isPlaces ? null : value => DependenceCells.Tick(feature, period > 0 && value >= range.Maximum ? value - period : period > 0 && value < range.Minimum ? value + period : value, provider),
            Provider = provider,
        };
    }
}
