using System.Globalization;
using System.Text;

namespace TypedExplain;

public sealed partial class ConsensusExplanation<T>
{
    /// <summary>A table of effects per standard deviation, one column per method, the feature most important on average first.</summary>
    public override string ToString()
    {
        Explanation<T> first = Explanations[0];
        Feature<T>[] features = [.. RankedFeatures.By(Mean)];
        string[] names = [.. features.Select(feature => first.BinOf(feature) ?? feature.Titled(first.Columns))];
        int name = Math.Max(7, names.Select(text => text.Length).DefaultIfEmpty().Max());
        int[] widths = [.. Explanations.Select(explanation => Math.Max(8, explanation.Explainer.Name.Length))];

        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{first.Output} of {T.Schema.Name} is {Figures.Answer(first.Prediction, CultureInfo.InvariantCulture)}; effects per standard deviation\n");
        Line("", explanation => explanation.Explainer.Name, "agree");
        for (int i = 0; i < features.Length; i++)
        {
            Feature<T> feature = features[i];
            Line(names[i], explanation => explanation.Standardized[feature].ToString("+0.000;-0.000;0.000", CultureInfo.InvariantCulture), SignAgreement[feature] == 1 ? "yes" : Explanations.All(explanation => explanation.Attribution[feature] == 0) ? "none" : "NO");
        }

        Line("fit R²", explanation => explanation.Fit?.R2.ToString("0.000", CultureInfo.InvariantCulture) ?? "–", "");
        int looked = Math.Min(3, features.Length);
        text.Append(CultureInfo.InvariantCulture, $"  rank correlation {RankCorrelation:0.00}, {TopOverlap(3):P0} of the {looked} most important shared, {Queries} queries in all\n");
        return text.ToString();

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
