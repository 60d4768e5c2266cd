using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Explanations;

namespace TypedExplain.Reports.Pictures.Bars;

/// <summary>
/// Contributions as rows: the largest by themselves, what is left in one row. What is withheld is in that row too, and never by itself
/// where there is another that can join it, since the rows add up.
/// </summary>
internal static class ContributionRows
{
    // The half-width of a 95 % interval in standard errors.
    private const double Deviations = 1.959963984540054;

    /// <summary>The rows of SHAP values; the last stands for what is left, where there is any.</summary>
    public static ImmutableArray<PictureBar> Of<T>(ShapValues<T> values, PictureOptions options)
        where T : IFeatureRecord<T>
    {
        ShownRow<T>[] listed = [.. ShownRows<T>.Of(RankedFeatures.By(values.Contributions), values.Columns, feature => values.Contributions[feature], isSummed: false, _ => null, options.Provider).Rows
            .Where(row => row.Feature is not null && (values.Contributions[row.Feature] != 0 || IsWithheld(row, options)))
            .OrderByDescending(row => Math.Abs(values.Contributions[row.Feature!]))];
        List<ShownRow<T>> shown = [.. listed.Take(options.MostRows)];
        HashSet<Feature<T>> own = [.. shown.Where(row => !IsWithheld(row, options)).Select(row => row.Feature!)];
        Feature<T>[] hidden = [.. T.Schema.Features.Where(feature => !own.Contains(feature) && values.Contributions[feature] != 0)];
        if (hidden.Length > 0 && Array.TrueForAll(hidden, feature => feature.IsProtected) && options.Withholds && shown.FindLastIndex(row => own.Contains(row.Feature!) && values.Contributions[row.Feature!] != 0) is >= 0 and int last)
        {
            own.Remove(shown[last].Feature!);
            shown.RemoveAt(last);
            hidden = [.. T.Schema.Features.Where(feature => !own.Contains(feature) && values.Contributions[feature] != 0)];
        }

        ImmutableArray<PictureBar>.Builder bars = ImmutableArray.CreateBuilder<PictureBar>();
        foreach (ShownRow<T> row in shown)
            bars.Add(Bar(row, values, options));
        if (hidden.Length > 0)
            bars.Add(Rest(hidden, values, options));
        return bars.ToImmutable();
    }

    private static bool IsWithheld<T>(ShownRow<T> row, PictureOptions options)
        where T : IFeatureRecord<T> => row.Feature!.IsProtected && options.Withholds;

    private static PictureBar Bar<T>(ShownRow<T> row, ShapValues<T> values, PictureOptions options)
        where T : IFeatureRecord<T>
    {
        Feature<T> feature = row.Feature!;
        if (IsWithheld(row, options))
            return new(row.Name, ShownRows<T>.Protected, null) { IsProtected = true };
        double contribution = values.Contributions[feature];
        string value = feature.IsProtected ? feature.Format(values.Columns, options.Provider) : row.Value;
        (double? lower, double? upper) = Interval(contribution, values.StandardErrors?[feature]);
        return new(feature.IsProtected ? row.Name + " (protected)" : row.Name, value, contribution) { IsProtected = feature.IsProtected, Lower = lower, Upper = upper };
    }

    private static PictureBar Rest<T>(Feature<T>[] hidden, ShapValues<T> values, PictureOptions options)
        where T : IFeatureRecord<T>
    {
        double sum = 0;
        foreach (Feature<T> feature in hidden)
            sum += values.Contributions[feature];
        int withheld = options.Withholds ? hidden.Count(feature => feature.IsProtected) : 0, others = hidden.Length - withheld;
        string name = (others, withheld) switch
        {
            (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{others} more"),
            (0, _) => string.Create(CultureInfo.InvariantCulture, $"{withheld} protected"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{others} more and {withheld} protected"),
        };
        return new(hidden.Length > 1 ? name + ", together" : name, "", sum) { Features = hidden.Length };
    }

    private static (double? Lower, double? Upper) Interval(double at, double? error) =>
        error is not { } standard || standard == 0 ? (null, null) : double.IsFinite(standard) ? (at - (Deviations * standard), at + (Deviations * standard)) : (double.NegativeInfinity, double.PositiveInfinity);
}
