using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Explanations;
using TypedExplain.Reports.Pictures.Bars;

namespace TypedExplain.Reports;

public sealed partial class ImportancePicture
{
    /// <summary>The picture of permutation importance: how much the loss rises where a feature, or a group of features, says nothing.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="importances">The importances.</param>
    /// <param name="options">How the picture is made; null for the defaults.</param>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    public static ImportancePicture Of<T>(FeatureImportances<T> importances, PictureOptions? options = null)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(importances);
        PictureOptions given = PictureOptions.Checked(options);
        FeatureImportance<T>[] ranked = [.. importances.Ranked()];
        List<string> notes = [.. importances.Notes.Select(Sentence.Of)];
        if (ranked.Length > given.MostRows)
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"{ranked.Length - given.MostRows} less important {Noun.Of(ranked.Length - given.MostRows, "feature is", "features are")} not shown; importances make no sum."));
        if (ranked.Take(given.MostRows).Any(importance => importance.IsUndecided))
            notes.Add("What is marked with ? cannot be told from 0 by these rows.");
        notes.Add("Lines are 95 % intervals.");
        notes.Add(string.Create(given.Provider, $"Over {importances.Rows:#,##0} {Noun.Of(importances.Rows, "row")}, each feature permuted {importances.Repeats} {Noun.Of(importances.Repeats, "time")}{(importances.IsConditional ? " near each row" : "")}; the loss of the model as it is is {Schema.Values.NumberText.Answer(importances.Baseline, given.Provider)}."));
        return new($"How much worse {importances.Output} gets without a feature", [.. notes], $"mean increase of the loss ({Words(importances.Loss)})", given.Provider)
        {
            Bars = [.. ranked.Take(given.MostRows).Select(importance => importance.IsProtected && given.Withholds
                ? new PictureBar(importance.Name, ShownRows<T>.Protected, null) { IsProtected = true, Features = importance.Features.Length }
                : new PictureBar(importance.Name + (importance.IsProtected ? " (protected)" : ""), "", importance.Increase)
                {
                    IsProtected = importance.IsProtected,
                    IsUndecided = importance.IsUndecided,
                    Lower = double.IsFinite(importance.StandardError) ? importance.Interval().Lower : null,
                    Upper = double.IsFinite(importance.StandardError) ? importance.Interval().Upper : null,
                })],
        };
    }

    /// <summary>The name of a loss in words.</summary>
    private static string Words(LossFunction loss) => string.Concat(loss.ToString().Select((letter, i) => i > 0 && char.IsUpper(letter) ? " " + char.ToLowerInvariant(letter) : char.ToLowerInvariant(letter).ToString()));
}
