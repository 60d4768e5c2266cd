using System.Globalization;

namespace TypedExplain;

/// <summary>
/// Which features tables of explanations show, in their order, and how: a value that is missing and what says so in one line,
/// and where more than a few have no effect, those in one line too.
/// </summary>
internal sealed class ShownRows<T>
    where T : IFeatureRecord<T>
{
    // So many features without effect are still shown one by one.
    private const int FewWithout = 5;

    private readonly List<ShownRow<T>> _rows = [];

    private ShownRows()
    {
    }

    /// <summary>The rows, the most important first.</summary>
    public IReadOnlyList<ShownRow<T>> Rows => _rows;

    /// <summary>How many features without effect are not among them.</summary>
    public int Others { get; private set; }

    /// <summary>The line about the others; nothing where there are none.</summary>
    public string Rest => Others == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"  {(_rows.Count == 0 ? "all " : "")}{Others} {(_rows.Count == 0 ? "features" : "others")}: 0\n");

    /// <summary>The rows of an explanation.</summary>
    /// <param name="ranked">The features in their order, protected ones left out.</param>
    /// <param name="columns">The encoded instance.</param>
    /// <param name="size">The number that a feature is ranked by.</param>
    /// <param name="title">What a feature is called, where not by its own name.</param>
    /// <param name="provider">How numbers are written.</param>
    public static ShownRows<T> Of(IEnumerable<Feature<T>> ranked, ReadOnlySpan<double> columns, Func<Feature<T>, double> size, Func<Feature<T>, string?> title, IFormatProvider provider)
    {
        Feature<T>[] shown = [.. ranked];
        ShownRows<T> rows = new();
        rows.Others = shown.Count(feature => size(feature) == 0);
        if (rows.Others <= FewWithout)
            rows.Others = 0;
        foreach (Feature<T> feature in shown)
        {
            bool isMissing = feature.Kind == FeatureKind.Missing && feature.IsPresent(columns) && Cell.ToBoolean(columns[feature.Column]);
            if ((rows.Others > 0 && size(feature) == 0) || (feature.Kind != FeatureKind.Missing && !feature.IsPresent(columns) && rows.IsTold(feature, shown, size)))
                continue;
            rows._rows.Add(isMissing
                ? new(Property(feature), "missing", feature, size(feature))
                : new(title(feature) ?? feature.Titled(columns), feature.Kind is FeatureKind.Flag or FeatureKind.Missing && feature.IsPresent(columns) ? "" : feature.Format(columns, provider), feature, size(feature)));
        }

        return rows;
    }

    /// <summary>Whether what says that a value is missing is shown, so that the value needs no line of its own.</summary>
    private bool IsTold(Feature<T> feature, Feature<T>[] shown, Func<Feature<T>, double> size) =>
        Array.Exists(shown, other => other.Kind == FeatureKind.Missing && feature.Index >= other.Index - other.Covers && feature.Index < other.Index && (Others == 0 || size(other) != 0));

    /// <summary>What the property is called that has no value.</summary>
    private static string Property(Feature<T> missing)
    {
        const string Suffix = " is missing";
        string name = missing.DisplayName;
        return name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name;
    }
}
