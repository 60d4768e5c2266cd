using TypedExplain.Generated;
using TypedExplain.Schema;

namespace TypedExplain.Global.Grids;

/// <summary>Finds which of some values of a feature is nearest to that of a row.</summary>
/// <param name="feature">The feature.</param>
/// <param name="values">The values; numbers in rising order.</param>
internal sealed class NearestPoint<T>(Feature<T> feature, double[] values)
    where T : IFeatureRecord<T>
{
    private readonly Axis _axis = T.Schema.Axes[feature.Index];

    /// <summary>The position of the value; of two as near, that of the lower. −1 for a category that is not among them, and where there are none.</summary>
    public int Of(ReadOnlySpan<double> row) => feature.Kind switch
    {
        FeatureKind.Flag or FeatureKind.Missing => Cell.ToBoolean(row[feature.Column]) ? 1 : 0,
        FeatureKind.Category => Math.Max(-1, Array.BinarySearch(values, (double)feature.CategoryIn(row))),
        _ when values.Length == 0 => -1,
        _ => OfNumber(NumberGrid.Of(feature, row)),
    };

    private int OfNumber(double value)
    {
        int found = Array.BinarySearch(values, value);
        if (found >= 0)
            return found;
        int above = ~found % values.Length, below = (~found + values.Length - 1) % values.Length;
        if (feature.Scale != FeatureScale.Cyclic && (above == 0 || values.Length == 1))
            return ~found == 0 ? 0 : values.Length - 1;
        return Distance(value, values[below]) <= Distance(value, values[above]) ? below : above;
    }

    private double Distance(double value, double point) =>
        Math.Abs(feature.Scale == FeatureScale.Cyclic ? _axis.Turn(value, point) : _axis.Scaled(value) - _axis.Scaled(point));
}
