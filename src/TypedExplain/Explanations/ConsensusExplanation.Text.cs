using System.Globalization;
using System.Text;
using TypedExplain.Errors;
using TypedExplain.Explanations;

namespace TypedExplain;

public sealed partial class ConsensusExplanation<T>
{
    /// <summary>A table of effects per standard deviation, one column per method, the feature most important on average first.</summary>
    public override string ToString()
    {
        Explanation<T> first = Explanations[0];
        ShownRows<T> shown = ShownRows<T>.Of(RankedFeatures.By(Mean), first.Columns, feature => Mean[feature], isSummed: false, first.BinOf, CultureInfo.InvariantCulture, IsWithout);
        int name = Math.Max(7, shown.Rows.Select(row => Title(row).Length).DefaultIfEmpty().Max());
        int[] widths = [.. Explanations.Select(explanation => Math.Max(8, explanation.Explainer.Name.Length))];

        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{first.Output} of {T.Schema.Name} is {first.ToldPrediction(CultureInfo.InvariantCulture)}; effects per standard deviation{(first.Link == LinkFunction.Logit ? ", in log odds" : "")}\n");
        Line("", explanation => explanation.Explainer.Name, "agree");
        foreach (ShownRow<T> row in shown.Rows)
        {
            if (row.Told is { } feature)
                Line(Title(row), explanation => explanation.Standardized[feature].ToString("+0.000;-0.000;0.000", CultureInfo.InvariantCulture), SignAgreement[feature] == 1 ? "yes" : IsWithout(feature) ? "none" : "NO");
            else
                Line(row.Indented, _ => "", row.Value);
        }

        text.Append(shown.Rest);
        Line("fit R²", explanation => explanation.Fit?.R2.ToString("0.000", CultureInfo.InvariantCulture) ?? "–", "");
        int looked = Math.Min(3, T.Schema.Features.Length);
        text.Append(CultureInfo.InvariantCulture, $"  rank correlation {RankCorrelation:0.00}, {TopOverlap(3):P0} of the {looked} most important shared, {Queries} {Noun.Of(Queries, "query", "queries")} in all\n");
        return text.ToString();

        bool IsWithout(Feature<T> feature) => Explanations.All(explanation => explanation.Attribution[feature] == 0);

        static string Title(ShownRow<T> row) => row.Value == "missing" ? row.Indented + " is missing" : row.Indented;

        void Line(string title, Func<Explanation<T>, string> cell, string last)
        {
            text.Append("  ").Append(title.PadRight(name));
            for (int i = 0; i < widths.Length; i++)
                text.Append("  ").Append(cell(Explanations[i]).PadLeft(widths[i]));
            text.Append("  ").Append(last);
            while (text[^1] == ' ')
                text.Length--;
            text.Append('\n');
        }
    }
}
