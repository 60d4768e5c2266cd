using System.Globalization;
using System.Text;

namespace TypedExplain;

public sealed partial class ShapValues<T>
{
    /// <summary>The contributions as a table that a person can read, the largest first.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{Output} of {T.Schema.Name} is {Prediction:0.000}, {Prediction - BaseValue:+0.000;-0.000;0.000} from the base value {BaseValue:0.000} by {Explainer.Name}\n");

        var rows = Contributions.Ranked().Select(ranked => (
            Name: ranked.Feature.DisplayName,
            Value: ranked.Feature.Format(_columns),
            ranked.Contribution,
            Error: StandardErrors is { } errors ? string.Create(CultureInfo.InvariantCulture, $" ± {errors[ranked.Feature]:0.000}") : "")).ToList();
        int name = rows.Select(row => row.Name.Length).DefaultIfEmpty().Max();
        int value = rows.Select(row => row.Value.Length).DefaultIfEmpty().Max();
        int error = rows.Select(row => row.Error.Length).DefaultIfEmpty().Max();
        double longest = rows.Select(row => Math.Abs(row.Contribution)).DefaultIfEmpty().Max();
        foreach (var row in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {row.Name.PadRight(name)}  {row.Value.PadLeft(value)}  {row.Contribution,8:+0.000;-0.000;0.000}{row.Error.PadRight(error)}  ");
            text.Append(Wording.Bar(row.Contribution, longest));
            while (text[^1] == ' ')
                text.Length--;
            text.Append('\n');
        }

        int hidden = T.Schema.Features.Count(feature => feature.IsProtected);
        if (hidden > 0)
            text.Append(CultureInfo.InvariantCulture, $"  {hidden} protected feature{(hidden == 1 ? " is" : "s are")} not shown\n");
        text.Append(CultureInfo.InvariantCulture, $"  {Queries} queries, {Convergence}\n");
        foreach (string warning in Wording.Of(Caveats, RowLoss))
            text.Append("  caution: ").Append(warning).Append('\n');
        return text.ToString();
    }
}
