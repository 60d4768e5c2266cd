using System.Globalization;
using System.Text;

namespace Compare;

/// <summary>Explanations of one instance as a table: one column per method, effects per standard deviation.</summary>
public static class SideBySide
{
    private const int Width = 11;

    public static string Of(IReadOnlyList<Explanation<Loan>> explanations)
    {
        StringBuilder text = new();
        Line(explanation => explanation.Explainer.Name, "");

        // The features that matter most on average come first.
        foreach (Feature<Loan> feature in FeatureSchema.Of<Loan>().Features.OrderByDescending(feature => explanations.Sum(explanation => Math.Abs(explanation.Standardized[feature]))))
            Line(explanation => explanation.Standardized[feature].ToString("+0.000;-0.000;0.000", CultureInfo.InvariantCulture), feature.Name);

        text.Append(' ', 14 + (Width * explanations.Count)).Replace(' ', '─', text.Length - 14 - (Width * explanations.Count), 14 + (Width * explanations.Count)).Append('\n');
        Line(explanation => explanation.Prediction.ToString("0.000", CultureInfo.InvariantCulture), "model");
        Line(explanation => explanation.LocalPrediction.ToString("0.000", CultureInfo.InvariantCulture), "surrogate");
        Line(explanation => explanation.Fit?.R2.ToString("0.000", CultureInfo.InvariantCulture) ?? "–", "fit (R²)");
        Line(Agreement, "agreement");
        Line(explanation => explanation.Queries.ToString("N0", CultureInfo.InvariantCulture), "queries");
        return text.ToString();

        void Line(Func<Explanation<Loan>, string> cell, string title)
        {
            text.Append(title.PadRight(14));
            foreach (Explanation<Loan> explanation in explanations)
                text.Append(cell(explanation).PadLeft(Width));
            text.Append('\n');
        }
    }

    /// <summary>For methods with environments: how many features all of them give the same direction.</summary>
    private static string Agreement(Explanation<Loan> explanation) => explanation.Agreement is { } agreement
        ? $"{agreement.SignAgreement.AsSpan().ToArray().Count(share => share == 1)} of {FeatureSchema.Of<Loan>().Features.Length}"
        : "–";
}
