using System.Collections.Immutable;

namespace TypedExplain.Reports.Pictures.Curves;

/// <summary>Makes curves of pictures from curves of models.</summary>
internal static class CurveData
{
    /// <summary>What a curve is, in words.</summary>
    public static string Kind<T>(FeatureCurve<T> curve)
        where T : IFeatureRecord<T> => curve switch { AccumulatedEffects<T> => "accumulated local effects", CeterisParibusCurve<T> => "this instance, all else as it is", _ => "partial dependence" };

    /// <summary>A curve; on request less its mean over the background.</summary>
    public static PictureCurve Of<T>(FeatureCurve<T> curve, string name, bool isCentered)
        where T : IFeatureRecord<T>
    {
        double rows = curve.Points.Sum(point => (double)point.At.Support);
        double mean = isCentered && rows > 0 ? curve.Points.Sum(point => point.At.Support * point.Mean) / rows : 0;
        return new(
            name,
            [.. curve.Points.Select(point => (Bars.Named.Of(point.At.Label), point.At.Value, point.Mean - mean, End(point.Interval().Lower, mean), End(point.Interval().Upper, mean)))],
            [.. curve.Points.Select(point => point.At.Support)],
            curve is PartialDependenceCurve<T> dependence ? [.. dependence.Curves.Select(single => single.Answers.Select(answer => answer - mean).ToImmutableArray())] : []);
    }

    /// <summary>An end of an interval; not a number where it has none.</summary>
    private static double End(double end, double mean) => double.IsFinite(end) ? end - mean : double.NaN;
}
