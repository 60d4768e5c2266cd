using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Explanations;
using TypedExplain.Reports.Pictures.Portfolios;
using TypedExplain.Schema.Values;

namespace TypedExplain.Reports;

public sealed partial class DifferencePicture
{
    /// <summary>
    /// The picture of two groups: by how much the mean contribution or effect of each feature is larger in the second one, with its 95 %
    /// interval over instances. The noise floor is the difference of any feature that two groups of the same kind stay below in 95 % of cases.
    /// </summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="first">The first group.</param>
    /// <param name="second">The second group; explained alike.</param>
    /// <param name="firstName">What the first group is called.</param>
    /// <param name="secondName">What the second group is called.</param>
    /// <param name="options">How the picture is made; null for the defaults.</param>
    /// <exception cref="InvalidOptionException">A group has no two explanations, the groups are of different explainers, outputs, scales or base values, or an option is outside what it may be.</exception>
    public static DifferencePicture Of<T>(PortfolioSummary<T> first, PortfolioSummary<T> second, string firstName = "the first group", string secondName = "the second group", PictureOptions? options = null)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(firstName);
        ArgumentNullException.ThrowIfNull(secondName);
        PictureOptions given = PictureOptions.Checked(options);
        if (first.Explained < 2 || second.Explained < 2)
            throw new InvalidOptionException($"{firstName} has {first.Explained} {Noun.Of(first.Explained, "explanation")} and {secondName} {second.Explained}; a difference needs at least two of each.");
        first.RequireLike(second);
        CohortDifference<T>[] all = [.. T.Schema.Features.Select(feature => new CohortDifference<T>(first[feature], second[feature])).OrderByDescending(difference => Math.Abs(difference.Number))];
        var shown = all.Take(given.MostRows).ToArray();

        // Bonferroni's correction for the features that are looked at.
        double confidence = 1 - (0.05 / all.Length);
        List<string> notes = PortfolioNotes.Of(second, given);
        if (all.Length > shown.Length)
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"{all.Length - shown.Length} more {Noun.Of(all.Length - shown.Length, "feature differs", "features differ")} less."));
        notes.Add(string.Create(given.Provider, $"{firstName}: {first.Explained:#,##0} {Noun.Of(first.Explained, "explanation")}; {secondName}: {second.Explained:#,##0}. Lines are 95 % intervals of each feature by itself. Noise floor: what groups that do not differ exceed in 5 % of cases over all {all.Length} {Noun.Of(all.Length, "feature")} together; what is beyond it is marked with *."));
        return new($"How {PortfolioNotes.Numbers(second)} of {secondName} and {firstName} differ", [.. notes], $"{secondName} less {firstName}: mean {PortfolioNotes.Axis(second)}", isShare: false, number => NumberText.Signed(number, given.Provider), given.Provider)
        {
            Bars = [.. shown.Select(difference => IsWithheld(difference.Feature)
                ? new PictureBar(difference.Feature.DisplayName, ShownRows<T>.Protected, null) { IsProtected = true }
                : new PictureBar(difference.Feature.DisplayName, "", difference.Number) { Lower = difference.Interval(0.95).Lower, Upper = difference.Interval(0.95).Upper, IsProtected = difference.Feature.IsProtected })],
            NoiseFloor = [.. shown.Select(difference => IsWithheld(difference.Feature) ? double.NaN : difference.Interval(confidence).Upper - difference.Number)],
            IsBeyondNoise = [.. shown.Select(difference => IsWithheld(difference.Feature) ? (bool?)null : difference.Interval(confidence) is not { Lower: <= 0, Upper: >= 0 })],
        };

        bool IsWithheld(Feature<T> feature) => feature.IsProtected && given.Withholds;
    }
}
