using System.Globalization;
using System.Text;
using TypedExplain.Errors;
using TypedExplain.Explanations;
using TypedExplain.Schema.Values;

namespace TypedExplain;

public sealed partial class Explanation<T>
{
    private const string UndecidedMark = " ?";

    /// <summary>The explanation as a table that a person can read, the most important feature first.</summary>
    public override string ToString() => ToString(CultureInfo.InvariantCulture);

    /// <summary>The same, with numbers as a culture writes them.</summary>
    /// <param name="provider">The culture.</param>
    public string ToString(IFormatProvider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        StringBuilder text = new();
        text.Append(provider, $"{Output} of {T.Schema.Name} is {ToldPrediction(provider)}; {Explainer.Name}'s surrogate says {Told(LocalPrediction, LinkedLocalPrediction, provider)}\n");

        ShownRows<T> shown = ShownRows<T>.Of(RankedFeatures.By(Standardized), _columns, feature => Standardized[feature], isSummed: false, feature => _statistics.Bins?.Describe(feature, _columns, provider), provider);
        var rows = shown.Rows.Select(row => (
            Name: row.Indented,
            row.Value,
            Effect: row.Told is { } own ? NumberText.Effect(Attribution[own], provider) : "",
            Unit: row.Told is not { } feature ? "" : BinOf(feature) is null ? feature.EffectUnit : "against outside",
            Standardized: row.Size is { } size ? NumberText.Signed(size, provider) : "",
            Interval: row.Told is { } told ? Interval(told, provider) : "",
            Size: row.Size ?? 0)).ToList();
        int name = rows.Select(row => row.Name.Length).DefaultIfEmpty().Max();
        int value = rows.Select(row => row.Value.Length).DefaultIfEmpty().Max();
        int effect = rows.Select(row => row.Effect.Length).DefaultIfEmpty().Max();
        int unit = rows.Select(row => row.Unit.Length).DefaultIfEmpty().Max();
        int standardized = rows.Select(row => row.Standardized.Length).Append(8).Max();
        int interval = rows.Select(row => row.Interval.Length).DefaultIfEmpty().Max();
        double longest = rows.Select(row => Math.Abs(row.Size)).DefaultIfEmpty().Max();
        foreach (var row in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {row.Name.PadRight(name)}  {row.Value.PadLeft(value)}  {row.Effect.PadLeft(effect)} {row.Unit.PadRight(unit)}  {row.Standardized.PadLeft(standardized)}  {(interval == 0 ? "" : row.Interval.PadRight(interval + 2))}");
            text.Append(TableText.Bar(row.Size, longest));
            while (text[^1] == ' ')
                text.Length--;
            text.Append('\n');
        }

        text.Append(shown.Rest);
        if (rows.Exists(row => row.Interval.EndsWith(UndecidedMark, StringComparison.Ordinal)))
            text.Append("  ? cannot be told from 0 by these samples\n");
        if (InLogOdds)
            text.Append(CultureInfo.InvariantCulture, $"  {InProbabilities(provider)}\n");
        for (int i = 0; i < Attribution.Media.Length; i++)
            text.Append(CultureInfo.InvariantCulture, $"  {T.Schema.Media[i].DisplayName}: {(T.Schema.Media[i].IsProtected ? ShownRows<T>.Protected : TableText.Of(Attribution.Media[i], provider))}\n");
        text.Append(CultureInfo.InvariantCulture, $"  {(Fit is { } fit ? $"fit {fit.ToString(provider)}, " : "")}{Queries} {Noun.Of(Queries, "query", "queries")}, {Convergence.ToString(provider)}\n");
        foreach (string warning in Cautions(provider))
            text.Append("  caution: ").Append(warning).Append('\n');
        if (LossNearTheMean is { } loss)
            text.Append(CultureInfo.InvariantCulture, $"  {loss.ToString(provider)}\n");
        return text.ToString();
    }

    /// <summary>The interval of an effect, which says so where nothing is known of it; empty where there are none, or the effect is exactly 0.</summary>
    private string Interval(Feature<T> feature, IFormatProvider provider)
    {
        if (Intervals is null || (Intervals.Lower[feature] == 0 && Intervals.Upper[feature] == 0))
            return "";
        if (!double.IsFinite(Intervals.Lower[feature]))
            return $"[unknown]{(_inference!.IsUndecided[feature.Index] ? UndecidedMark : "")}";
        return $"[{NumberText.Signed(Intervals.Lower[feature], provider)}, {NumberText.Signed(Intervals.Upper[feature], provider)}]{(_inference!.IsUndecided[feature.Index] ? UndecidedMark : "")}";
    }
}
