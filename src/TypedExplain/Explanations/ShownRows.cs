using System.Globalization;
using TypedExplain.Generated;

namespace TypedExplain.Explanations;

/// <summary>
/// Which features tables of explanations show, in their order, and how: a value that is missing and what says so in one line,
/// and where more than a few have no effect, those in one line too. Numbers of an array and features of an inner record
/// stand together.
/// </summary>
internal sealed class ShownRows<T>
    where T : IFeatureRecord<T>
{
    /// <summary>What stands in the place of a protected feature's value and numbers.</summary>
    public const string Protected = "protected";

    // So many features without effect are still shown one by one.
    private const int FewWithout = 5;

    private ShownRows(IReadOnlyList<ShownRow<T>> rows, int others) => (Rows, Others) = (rows, others);

    /// <summary>The rows, the most important first.</summary>
    public IReadOnlyList<ShownRow<T>> Rows { get; }

    /// <summary>How many features without effect are not among them.</summary>
    public int Others { get; }

    /// <summary>The line about the others; nothing where there are none.</summary>
    public string Rest => Others == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"  {(Rows.Count == 0 ? "all " : "")}{Others} {(Rows.Count == 0 ? "features" : "others")}: 0\n");

    /// <summary>The rows of an explanation.</summary>
    /// <param name="ranked">The features in their order. Of protected ones only that they are there is shown, in their place.</param>
    /// <param name="columns">The encoded instance.</param>
    /// <param name="size">The number that a feature is ranked by.</param>
    /// <param name="isSummed">Whether the numbers of several features make a sum, as contributions do and effects do not.</param>
    /// <param name="title">What a feature is called, where not by its own name.</param>
    /// <param name="provider">How numbers are written.</param>
    /// <param name="isWithout">Whether a feature has no effect; null where the number says so.</param>
    public static ShownRows<T> Of(
        IEnumerable<Feature<T>> ranked,
        ReadOnlySpan<double> columns,
        Func<Feature<T>, double> size,
        bool isSummed,
        Func<Feature<T>, string?> title,
        IFormatProvider provider,
        Func<Feature<T>, bool>? isWithout = null)
    {
        isWithout ??= feature => size(feature) == 0;
        Feature<T>[] shown = [.. ranked.Where(feature => !(feature is { IsProtected: true, Kind: FeatureKind.Missing }))];
        int others = shown.Count(IsOther);
        if (others > FewWithout)
            shown = [.. shown.Where(feature => !IsOther(feature))];
        else
            others = 0;
        List<ShownRow<T>> rows = [];
        foreach (Feature<T> feature in shown)
        {
            double weight = Math.Abs(size(feature));
            if (feature.IsProtected)
            {
                rows.Add(new(feature.DisplayName, Protected, feature, null, weight));
                continue;
            }

            bool isMissing = feature.Kind == FeatureKind.Missing && feature.IsPresent(columns) && Cell.ToBoolean(columns[feature.Column]);
            if (feature.Kind != FeatureKind.Missing && !feature.IsPresent(columns) && IsTold(feature, shown))
                continue;
            rows.Add(isMissing
                ? new(Property(feature), "missing", feature, size(feature), weight)
                : new(title(feature) ?? feature.Titled(columns), feature.Kind is FeatureKind.Flag or FeatureKind.Missing && feature.IsPresent(columns) ? "" : feature.Format(columns, provider), feature, size(feature), weight));
        }

        return new([.. new ShownGroups<T>(isSummed ? size : null).Of(rows)], others);

        // That a protected feature has no effect is withheld too.
        bool IsOther(Feature<T> feature) => !feature.IsProtected && isWithout(feature);
    }

    /// <summary>Whether what says that a value is missing is shown, so that the value needs no line of its own.</summary>
    private static bool IsTold(Feature<T> feature, Feature<T>[] shown) =>
        Array.Exists(shown, other => other.Kind == FeatureKind.Missing && feature.Index >= other.Index - other.Covers && feature.Index < other.Index);

    /// <summary>What the property is called that has no value.</summary>
    private static string Property(Feature<T> missing)
    {
        const string Suffix = " is missing";
        string name = missing.DisplayName;
        return name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name;
    }
}
