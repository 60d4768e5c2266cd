using System.Globalization;
using System.Text;
using TypedExplain.Errors;
using TypedExplain.Explanations;
using TypedExplain.Models;
using TypedExplain.Schema.Values;

namespace TypedExplain;

public sealed partial class ShapValues<T>
{
    /// <summary>The contributions as a table that a person can read, the largest first.</summary>
    public override string ToString() => ToString(CultureInfo.InvariantCulture);

    /// <summary>The same, with numbers as a culture writes them.</summary>
    /// <param name="provider">The culture.</param>
    public string ToString(IFormatProvider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        StringBuilder text = new();
        text.Append(provider, $"{Output} of {T.Schema.Name} is {NumberText.Answer(Prediction, provider)}, {NumberText.Signed(Prediction - BaseValue, provider)} from the base value {NumberText.Answer(BaseValue, provider)} by {Explainer.Name}\n");

        if (Link == LinkFunction.Logit || Kind == OutputKind.LogOdds)
        {
            double answer = Link == LinkFunction.Logit ? Answer!.Value : AnswerScale.Probability(Prediction), origin = Link == LinkFunction.Logit ? BaseAnswer!.Value : AnswerScale.Probability(BaseValue);
            text.Append(CultureInfo.InvariantCulture, $"  as a probability {NumberText.Answer(answer, provider)}, from {NumberText.Answer(origin, provider)}\n");
        }

        ShownRows<T> shown = ShownRows<T>.Of(RankedFeatures.By(Contributions), _columns, feature => Contributions[feature], isSummed: true, _ => null, provider);
        var rows = shown.Rows.Select(row => (
            Name: row.Indented,
            row.Value,
            Size: row.Size ?? 0,
            Contribution: row.Size is { } size ? NumberText.Signed(size, provider) : "",
            Error: row.Told is { } told && StandardErrors is { } errors ? string.Create(provider, $" ± {errors[told]:0.000}") : "")).ToList();
        int name = rows.Select(row => row.Name.Length).DefaultIfEmpty().Max();
        int value = rows.Select(row => row.Value.Length).DefaultIfEmpty().Max();
        int contribution = rows.Select(row => row.Contribution.Length).Append(8).Max();
        int error = rows.Select(row => row.Error.Length).DefaultIfEmpty().Max();
        double longest = rows.Select(row => Math.Abs(row.Size)).DefaultIfEmpty().Max();
        foreach (var row in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {row.Name.PadRight(name)}  {row.Value.PadLeft(value)}  {row.Contribution.PadLeft(contribution)}{row.Error.PadRight(error)}  ");
            text.Append(TableText.Bar(row.Size, longest));
            while (text[^1] == ' ')
                text.Length--;
            text.Append('\n');
        }

        text.Append(shown.Rest);
        text.Append(CultureInfo.InvariantCulture, $"  {Queries} {Noun.Of(Queries, "query", "queries")}, {Convergence.ToString(provider)}\n");
        foreach (string warning in TableText.Of(Caveats, RowLoss, null, provider))
            text.Append("  caution: ").Append(warning).Append('\n');
        return text.ToString();
    }
}
