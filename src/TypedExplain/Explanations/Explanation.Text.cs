using System.Globalization;
using System.Text;

namespace TypedExplain;

public sealed partial class Explanation<T>
{
    /// <summary>The explanation as a table that a person can read, the most important feature first.</summary>
    public override string ToString() => ToString(CultureInfo.InvariantCulture);

    /// <summary>The same, with numbers as a culture writes them.</summary>
    /// <param name="provider">The culture.</param>
    public string ToString(IFormatProvider provider)
    {
        StringBuilder text = new();
        text.Append(provider, $"{Output} of {T.Schema.Name} is {Figures.Answer(Prediction, provider)}; {Explainer.Name}'s surrogate says {Figures.Answer(LocalPrediction, provider)}\n");

        ShownRows<T> shown = ShownRows<T>.Of(RankedFeatures.By(Standardized), _columns, feature => Standardized[feature], BinOf, provider);
        var rows = shown.Rows.Select(row => (
            row.Name,
            row.Value,
            Effect: Figures.Effect(Attribution[row.Feature], provider),
            Unit: BinOf(row.Feature) is null ? row.Feature.EffectUnit : "against outside",
            Standardized: Figures.Signed(row.Size, provider),
            row.Size)).ToList();
        int name = rows.Select(row => row.Name.Length).DefaultIfEmpty().Max();
        int value = rows.Select(row => row.Value.Length).DefaultIfEmpty().Max();
        int effect = rows.Select(row => row.Effect.Length).DefaultIfEmpty().Max();
        int unit = rows.Select(row => row.Unit.Length).DefaultIfEmpty().Max();
        int standardized = rows.Select(row => row.Standardized.Length).Append(8).Max();
        double longest = rows.Select(row => Math.Abs(row.Size)).DefaultIfEmpty().Max();
        foreach (var row in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {row.Name.PadRight(name)}  {row.Value.PadLeft(value)}  {row.Effect.PadLeft(effect)} {row.Unit.PadRight(unit)}  {row.Standardized.PadLeft(standardized)}  ");
            text.Append(Wording.Bar(row.Size, longest));
            while (text[^1] == ' ')
                text.Length--;
            text.Append('\n');
        }

        text.Append(shown.Rest);
        for (int i = 0; i < Attribution.Media.Length; i++)
        {
            if (!T.Schema.Media[i].IsProtected)
                text.Append(CultureInfo.InvariantCulture, $"  {T.Schema.Media[i].DisplayName}: {Wording.Of(Attribution.Media[i])}\n");
        }

        int hidden = T.Schema.Features.Count(feature => feature.IsProtected) + T.Schema.Media.Count(media => media.IsProtected);
        if (hidden > 0)
            text.Append(CultureInfo.InvariantCulture, $"  {hidden} protected feature{(hidden == 1 ? " is" : "s are")} not shown\n");
        text.Append(CultureInfo.InvariantCulture, $"  {(Fit is { } fit ? $"fit {fit}, " : "")}{Queries} queries, {Convergence}\n");
        foreach (string warning in Wording.Of(Caveats, RowLoss))
            text.Append("  caution: ").Append(warning).Append('\n');
        if (LossNearTheMean is { } loss)
            text.Append(CultureInfo.InvariantCulture, $"  {loss}\n");
        return text.ToString();
    }
}
