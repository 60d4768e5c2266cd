using TypedExplain.Reports.Pictures.Portfolios;

namespace TypedExplain.Reports.Pictures.Curves;

/// <summary>The horizontal axis of curves: numbers, or the places of categories and of what is missing.</summary>
internal sealed class CurveAxis
{
    private readonly Dictionary<double, int> _places = [];
    private readonly double _period;

    private CurveAxis(string name, double period) => (Name, _period) = (name, period);

    public string Name { get; }

    /// <summary>The names of places; empty where there are numbers.</summary>
    public IReadOnlyList<string> Places { get; private init; } = [];

    /// <summary>What stands beside numbers for rows without one; null for nothing.</summary>
    public string? Beside { get; private init; }

    /// <summary>Whether points are joined by lines: not where places have no order.</summary>
    public bool IsLine { get; private init; }

    public bool IsLog { get; private init; }

    /// <summary>Whether numbers are whole.</summary>
    public bool IsWhole { get; private init; }

    public double? Own { get; private init; }

    public Func<double, string>? Write { get; private init; }

    public IReadOnlyList<(double From, double To, double Share)> Supports { get; private set; } = [];

    /// <summary>How many points are drawn once more at the end: the first one, where the axis goes round.</summary>
    public int Closing => _period > 0 ? 1 : 0;

    /// <summary>Where a point of a curve stands.</summary>
    public double At(PictureCurve curve, int point)
    {
        double value = curve.Points[point].Value;
        return Places.Count > 0 ? _places[value] : double.IsNaN(value) ? double.PositiveInfinity : value;
    }

    /// <summary>What is drawn at each point of a curve, with the first one at the end once more where the axis goes round.</summary>
    public IReadOnlyList<(double X, double Y, double Lower, double Upper)> Drawn(PictureCurve curve, Func<int, (double Y, double Lower, double Upper)> at, double shift = 0)
    {
        List<(double, double, double, double)> points = [.. curve.Points.Select((_, i) => (At(curve, i) + shift, at(i).Y, at(i).Lower, at(i).Upper))];
        if (Closing > 0 && points.Count > 0)
            points.Add((At(curve, 0) + _period, at(0).Y, at(0).Lower, at(0).Upper));
        return points;
    }

    /// <summary>The axis of curves of one feature.</summary>
    public static CurveAxis Of<T>(FeatureCurve<T> first, IReadOnlyList<PictureCurve> curves, double[]? own, IFormatProvider provider)
        where T : IFeatureRecord<T>
    {
        Feature<T> feature = first.Feature;
        var points = curves.SelectMany(curve => curve.Points.Select(point => (point.Label, point.Value))).DistinctBy(point => point.Value).ToArray();
        bool isPlaces = !feature.IsNumeric || feature.Kind == FeatureKind.Ordinal || points.All(point => double.IsNaN(point.Value)), hasMissing = points.Any(point => double.IsNaN(point.Value));
        if (feature.IsNumeric)
            points = [.. points.OrderBy(point => double.IsNaN(point.Value)).ThenBy(point => point.Value)];
        FeatureRange range = T.Schema.Axes[feature.Index].Range;
        double start = points.Length > 0 ? points[0].Value : 0, period = first.IsCyclic && !isPlaces && !hasMissing ? range.Maximum - range.Minimum : 0;
        CurveAxis axis = new(feature.DisplayName + (feature.Unit is { } unit ? $" ({unit})" : ""), period)
        {
            Places = isPlaces ? [.. points.Select(point => point.Label)] : [],
            Beside = hasMissing && !isPlaces ? points[^1].Label : null,
            IsLine = feature.IsNumeric && !(isPlaces && hasMissing),
            IsLog = first.IsLog && !isPlaces && points.All(point => !(point.Value <= 0)),
            IsWhole = feature.Kind == FeatureKind.Whole,
            Write = isPlaces ? null : value => DependenceCells.Tick(feature, period > 0 && value >= start + period ? value - period : value, provider),
            Own = own is null ? null : Place(feature, own, points, isPlaces),
        };
        for (int i = 0; i < points.Length && isPlaces; i++)
            axis._places.Add(points[i].Value, i);
        axis.Supports = [.. axis.SupportOf(curves[0])];
        return axis;
    }

    private static double? Place<T>(Feature<T> feature, double[] columns, (string Label, double Value)[] points, bool isPlaces)
        where T : IFeatureRecord<T>
    {
        bool isPresent = feature.IsPresent(columns);
        if (!isPlaces)
            return isPresent ? columns[feature.Column] : points.Any(point => double.IsNaN(point.Value)) ? double.PositiveInfinity : null;
        int place = Array.FindIndex(points, point => point.Label == Bars.Named.Of(feature.Format(columns)));
        return place >= 0 ? place : null;
    }

    private IEnumerable<(double, double, double)> SupportOf(PictureCurve curve)
    {
        double most = Math.Max(curve.Supports.DefaultIfEmpty(1).Max(), 1);
        for (int i = 0; i < curve.Points.Length; i++)
        {
            double at = At(curve, i), before = i == 0 ? at : At(curve, i - 1), after = i + 1 == curve.Points.Length ? at : At(curve, i + 1);
            yield return Places.Count > 0 ? (at - 0.42, at + 0.42, curve.Supports[i] / most)
                : double.IsInfinity(at) ? (at, at, curve.Supports[i] / most)
                : ((before + at) / 2, double.IsInfinity(after) ? at : (at + after) / 2, curve.Supports[i] / most);
        }
    }
}
