using TypedExplain.Generated;

namespace TypedExplain.Explanations.Trust;

/// <summary>Numbers of which only some values are legal: whole numbers, ranks, and dates without a time.</summary>
internal static class LegalSteps
{
    /// <summary>Whether a number has legal values with steps between them.</summary>
    public static bool Has<T>(Feature<T> feature)
        where T : IFeatureRecord<T> => feature.Kind is FeatureKind.Whole or FeatureKind.Ordinal || feature.Precision == NumberPrecision.Day;

    /// <summary>The legal value that is nearest to a number.</summary>
    public static double Nearest<T>(Feature<T> feature, double value)
        where T : IFeatureRecord<T> => IsDate(feature, out TimeUnit unit) ? Cell.FromTime(Cell.ToDateOnly(value, unit), unit) : Math.Round(value, MidpointRounding.ToEven);

    /// <summary>The legal value beside one, on the side of the instance's own.</summary>
    public static double Nearer<T>(Feature<T> feature, double value, double own)
        where T : IFeatureRecord<T> =>
        IsDate(feature, out TimeUnit unit) ? Cell.FromTime(Cell.ToDateOnly(value, unit).AddDays(-Math.Sign(value - own)), unit) : value - Math.Sign(value - own);

    private static bool IsDate<T>(Feature<T> feature, out TimeUnit unit)
        where T : IFeatureRecord<T>
    {
        unit = feature.DateUnit ?? default;
        return feature.Precision == NumberPrecision.Day;
    }
}
