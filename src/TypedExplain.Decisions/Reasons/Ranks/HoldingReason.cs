using TypedExplain.Generated;

namespace TypedExplain.Decisions.Reasons.Ranks;

/// <summary>Which reason of a feature holds for a person.</summary>
internal static class HoldingReason
{
    /// <summary>The code of the reason that holds, one for certain values before one for any; null where none does.</summary>
    /// <param name="feature">The feature.</param>
    /// <param name="row">The encoded person.</param>
    /// <param name="mean">The mean of the feature's numbers in the reference; NaN where nobody there has one.</param>
    public static string? Of<T>(Feature<T> feature, ReadOnlySpan<double> row, double mean)
        where T : IFeatureRecord<T>
    {
        string? any = null;
        foreach (FeatureReason reason in feature.Reasons)
        {
            if (!Holds(reason, feature, row, mean))
                continue;
            if (reason.When != Adverse.Any || !reason.Categories.IsEmpty)
                return reason.Code;
            any ??= reason.Code;
        }

        return any;
    }

    private static bool Holds<T>(FeatureReason reason, Feature<T> feature, ReadOnlySpan<double> row, double mean)
        where T : IFeatureRecord<T>
    {
        if (!feature.IsPresent(row))
            return false;
        double value = row[feature.Column];
        if (feature.Kind == FeatureKind.Missing)
            return reason.When is Adverse.Missing or Adverse.Any && Cell.ToBoolean(value);
        if (!reason.Categories.IsEmpty && !reason.Categories.Contains(Position(feature, row)))
            return false;
        return reason.When switch
        {
            Adverse.Any => true,
            Adverse.Low => feature.IsNumeric && value < mean,
            Adverse.High => feature.IsNumeric && value > mean,
            Adverse.True => feature.Kind == FeatureKind.Flag && Cell.ToBoolean(value),
            Adverse.False => feature.Kind == FeatureKind.Flag && !Cell.ToBoolean(value),
            _ => false,
        };
    }

    private static int Position<T>(Feature<T> feature, ReadOnlySpan<double> row)
        where T : IFeatureRecord<T> => feature.Kind switch
        {
            FeatureKind.Category => feature.CategoryIn(row),
            FeatureKind.Ordinal => Cell.ToInt32(Math.Floor(row[feature.Column])),
            _ => -1,
        };
}
