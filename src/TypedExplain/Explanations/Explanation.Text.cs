using System.Globalization;
using System.Text;

namespace TypedExplain;

public sealed partial class Explanation<T>
{
    /// <summary>The explanation as a table that a person can read, the most important feature first.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{Output} of {T.Schema.Name} is {Prediction:0.000}; {Explainer.Name}'s surrogate says {LocalPrediction:0.000}\n");

        var rows = Attribution.Ranked().Select(ranked => (
            Name: BinOf(ranked.Feature) ?? ranked.Feature.DisplayName,
            Value: ranked.Feature.Format(_columns),
            Effect: (ranked.Effect > 0 ? "+" : "") + ranked.Effect.ToString("G3", CultureInfo.InvariantCulture),
            Unit: BinOf(ranked.Feature) is null ? ranked.Feature.EffectUnit : "against outside",
            Standardized: Standardized[ranked.Feature])).ToList();
        int name = rows.Select(row => row.Name.Length).DefaultIfEmpty().Max();
        int value = rows.Select(row => row.Value.Length).DefaultIfEmpty().Max();
        int effect = rows.Select(row => row.Effect.Length).DefaultIfEmpty().Max();
        int unit = rows.Select(row => row.Unit.Length).DefaultIfEmpty().Max();
        double longest = rows.Select(row => Math.Abs(row.Standardized)).DefaultIfEmpty().Max();
        foreach (var row in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {row.Name.PadRight(name)}  {row.Value.PadLeft(value)}  {row.Effect.PadLeft(effect)} {row.Unit.PadRight(unit)}  {row.Standardized,8:+0.000;-0.000;0.000}  ");
            text.Append(Wording.Bar(row.Standardized, longest));
            while (text[^1] == ' ')
                text.Length--;
            text.Append('\n');
        }

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
