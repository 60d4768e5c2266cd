using TypedExplain.Reports.Pictures.Portfolios;

namespace TypedExplain.Reports.Pictures.Curves;

/// <summary>The horizontal axis of curves: numbers, or the places of categories and of what is missing.</summary>
internal sealed class CurveAxis
{
    private readonly Dictionary<string, int> _places = [];

    private CurveAxis(string name) => Name = name;

    public string Name { get; }

    /// <summary>The names of places; empty where there are numbers.</summary>
    public IReadOnlyList<string> Places { get; private init; } = [];

    /// <summary>Whether points are joined by lines: not where places have no order.</summary>
    public bool IsLine { get; private init; }

    public bool IsLog { get; private init; }

    public double? Own { get; private init; }

    public Func<double, string>? Write { get; private init; }

    public IReadOnlyList<(double From, double To, double Share)> Supports { get; private set; } = [];

    /// <summary>Where a point of a curve stands.</summary>
    public double At(PictureCurve curve, int point) => Places.Count > 0 ? _places[curve.Points[point].Label] : curve.Points[point].Value;

    /// <summary>The axis of curves of one feature.</summary>
    public static CurveAxis Of<T>(FeatureCurve<T> first, IReadOnlyList<PictureCurve> curves, double[]? own, IFormatProvider provider)
        where T : IFeatureRecord<T>
    {
        Feature<T> feature = first.Feature;
        bool hasMissing = curves.Any(curve => curve.Points.Any(point => !double.IsFinite(point.Value)));
        bool isPlaces = !feature.IsNumeric || feature.Kind == FeatureKind.Ordinal || hasMissing;
        string[] places = isPlaces ? [.. curves.SelectMany(curve => curve.Points.Select(point => point.Label)).Distinct()] : [];
        CurveAxis axis = new(feature.DisplayName + (feature.Unit is { } unit ? $" ({unit})" : ""))
        {
            Places = places,
            IsLine = feature.IsNumeric && !hasMissing,
            IsLog = first.IsLog && !isPlaces && curves.All(curve => curve.Points.All(point => point.Value > 0)),
            Write = isPlaces ? null : value => DependenceCells.Tick(feature, value, provider),
            Own = own is null ? null : Place(feature, own, places),
        };
        for (int i = 0; i < places.Length; i++)
            axis._places.Add(places[i], i);
        axis.Supports = [.. axis.SupportOf(curves[0])];
        return axis;
    }

    private static double? Place<T>(Feature<T> feature, double[] columns, string[] places)
        where T : IFeatureRecord<T>
    {
        if (places.Length == 0)
            return feature.IsPresent(columns) ? columns[feature.Column] : null;
        int place = Array.IndexOf(places, feature.Format(columns));
        return place >= 0 ? place : null;
    }

    private IEnumerable<(double, double, double)> SupportOf(PictureCurve curve)
    {
        double most = curve.Supports.DefaultIfEmpty(1).Max();
        for (int i = 0; i < curve.Points.Length; i++)
        {
            double at = At(curve, i);
            bool isPlace = Places.Count > 0;
            double from = isPlace ? at - 0.42 : i == 0 ? at : (At(curve, i - 1) + at) / 2, to = isPlace ? at + 0.42 : i + 1 == curve.Points.Length ? at : (At(curve, i + 1) + at) / 2;
            yield return (from, to, curve.Supports[i] / Math.Max(most, 1));
        }
    }
}
