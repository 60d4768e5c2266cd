using TypedExplain.Generated;

namespace TypedExplain.Decisions.Actions;

/// <summary>The one number that says what an encoded row holds of a feature: of a category its position.</summary>
internal static class FeatureNumber
{
    public static double Read<T>(Feature<T> feature, ReadOnlySpan<double> row)
        where T : IFeatureRecord<T> => feature.Kind == FeatureKind.Category ? feature.CategoryIn(row) : row[feature.Column];

    public static void Write<T>(Feature<T> feature, double number, Span<double> row)
        where T : IFeatureRecord<T>
    {
        if (feature.Kind == FeatureKind.Category)
            feature.WriteCategory((int)number, row.Slice(feature.Column, feature.ColumnCount));
        else
            row[feature.Column] = number;
    }

    /// <summary>What the type of a property keeps of a number; of a time what the record itself does.</summary>
    /// <param name="feature">The feature.</param>
    /// <param name="number">The number; a time outside the limits of the feature comes back as it is.</param>
    /// <param name="row">A legal row.</param>
    public static double Kept<T>(Feature<T> feature, double number, ReadOnlySpan<double> row)
        where T : IFeatureRecord<T> => feature.Precision switch
        {
            _ when (feature.DateUnit ?? feature.DurationUnit) is not null && T.Schema.Media.IsEmpty => KeptTime(feature, number, row),
            NumberPrecision.Single => Cell.ToSingle(number),
            NumberPrecision.Half => (double)Cell.ToHalf(number),
            NumberPrecision.Decimal => (double)Cell.ToDecimal(number),
            _ => number,
        };

    private static double KeptTime<T>(Feature<T> feature, double number, ReadOnlySpan<double> row)
        where T : IFeatureRecord<T>
    {
        if (!feature.Limits.Contains(number))
            return number;
        double[] columns = [.. row];
        columns[feature.Column] = number;
        T.Encode(T.Decode(columns), columns);
        return columns[feature.Column];
    }

    /// <summary>A number moved by so much, with the digits that a person would write where both have few enough.</summary>
    public static double Moved(double number, double by) => IsShort(number) && IsShort(by) ? (double)((decimal)number + (decimal)by) : number + by;

    /// <summary>So many times a number, with the digits that a person would write: three steps of 0.1 are 0.3.</summary>
    public static double Times(double number, double times) => IsShort(number) && IsShort(times) ? (double)((decimal)number * (decimal)times) : number * times;

    private static bool IsShort(double value) => Math.Abs(value) < 1e12 && (double)(decimal)value == value;
}
