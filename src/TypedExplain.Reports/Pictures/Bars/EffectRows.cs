using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Explanations;
using TypedExplain.Schema.Values;

namespace TypedExplain.Reports.Pictures.Bars;

/// <summary>Effects as rows: the largest per standard deviation, and how large those at most are that are left out; effects make no sum.</summary>
internal static class EffectRows
{
    /// <summary>The rows, and what is said of the rest.</summary>
    public static (ImmutableArray<PictureBar> Bars, IEnumerable<string> Left) Of<T>(Explanation<T> explanation, PictureOptions options)
        where T : IFeatureRecord<T>
    {
        Feature<T>[] ranked = [.. RankedFeatures.By(explanation.Standardized)];
        ShownRows<T> all = ShownRows<T>.Of(ranked, explanation.Columns, feature => explanation.Standardized[feature], isSummed: false, feature => explanation.BinOf(feature), options.Provider);
        ShownRow<T>[] listed = [.. all.Rows.Where(row => row.Feature is not null).OrderByDescending(row => Math.Abs(explanation.Standardized[row.Feature!]))];
        ShownRow<T>[] left = [.. listed.Skip(options.MostRows).Where(row => !(row.Feature!.IsProtected && options.Withholds))];
        List<string> notes = [];
        double most = left.Select(row => Math.Abs(explanation.Standardized[row.Feature!])).DefaultIfEmpty(0).Max();
        if (most > 0)
            notes.Add(string.Create(options.Provider, $"{left.Length} more {Noun.Of(left.Length, "feature has an effect", "features have effects")} of at most {NumberText.Answer(most, options.Provider)} per standard deviation{(left.Length == 1 ? "" : " each")}."));
        if (listed.Skip(options.MostRows).Any(row => row.Feature!.IsProtected && options.Withholds))
            notes.Add("Protected features are among those that are not shown.");
        int none = all.Others + (most > 0 ? 0 : left.Length);
        if (none > 0)
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"{none} more {Noun.Of(none, "feature has", "features have")} no effect."));
        if (listed.Any(row => row.Feature!.IsProtected) && options.Withholds)
            notes.Add("Protected features are marked and have no number.");
        return ([.. listed.Take(options.MostRows).Select(row => Bar(row, explanation, options))], notes);
    }

    private static PictureBar Bar<T>(ShownRow<T> row, Explanation<T> explanation, PictureOptions options)
        where T : IFeatureRecord<T>
    {
        Feature<T> feature = row.Feature!;
        if (feature.IsProtected && options.Withholds)
            return new(row.Name, ShownRows<T>.Protected, null) { IsProtected = true };
        string value = feature.IsProtected ? feature.Format(explanation.Columns, options.Provider) : row.Value;
        bool hasInterval = explanation.Intervals is not null && !(explanation.Intervals.Lower[feature] == 0 && explanation.Intervals.Upper[feature] == 0);
        return new(feature.IsProtected ? row.Name + " (protected)" : row.Name, value, explanation.Standardized[feature])
        {
            IsProtected = feature.IsProtected,
            InOwnUnit = NumberText.Effect(explanation.Attribution[feature], options.Provider) + " " + (explanation.BinOf(feature) is null ? feature.EffectUnit : "against outside"),
            Lower = hasInterval ? explanation.Intervals!.Lower[feature] : null,
            Upper = hasInterval ? explanation.Intervals!.Upper[feature] : null,
            IsUndecided = explanation.Inference?.IsUndecided[feature.Index] ?? false,
        };
    }
}
