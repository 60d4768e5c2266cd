using System.Globalization;

namespace Papers.Expo;

/// <summary>A table of measured means beside the published ones, each held against a first model by Welch's test.</summary>
/// <param name="first">The name of the model that the others are held against.</param>
/// <param name="published">What was published, by metric and model; null where nothing was.</param>
/// <param name="measured">What was measured.</param>
public sealed class ComparedTable(string first, Func<string, string, Spread?> published, Func<string, string, Spread> measured)
{
    /// <summary>The rows of some metrics, model by model.</summary>
    public string Of(IReadOnlyList<string> metrics, IReadOnlyList<string> models)
    {
        MarkdownTable table = new("metric", "model", "here", "", "published", "", "here ÷ published") { HasNumbers = true };
        foreach (string metric in metrics)
        {
            foreach (string model in models)
            {
                Spread own = measured(metric, model);
                Spread? theirs = published(metric, model);
                table.Add(
                    model == models[0] ? metric : "",
                    model,
                    own.ToString(),
                    model == first ? "" : own.Against(measured(metric, first)),
                    theirs?.ToString() ?? "–",
                    model == first || theirs is null ? "" : theirs.Value.Against(published(metric, first)!.Value),
                    theirs is { Mean: not 0 } && own.Trials > 0 ? (own.Mean / theirs.Value.Mean).ToString("0.00", CultureInfo.InvariantCulture) : "–");
            }
        }

        return table.ToString();
    }

    /// <summary>Of the published differences from the first model that are significant, how many have the same sign here, and how many are significant too.</summary>
    public (int Published, int SameSign, int Significant, int Opposite) Agreement(IReadOnlyList<string> metrics, IReadOnlyList<string> models)
    {
        (int all, int same, int significant, int opposite) = (0, 0, 0, 0);
        foreach (string metric in metrics)
        {
            foreach (string model in models.Where(model => model != first))
            {
                if (published(metric, model) is not { } theirs || published(metric, first) is not { } theirFirst || theirs.Against(theirFirst) is "·")
                    continue;
                Spread own = measured(metric, model), other = measured(metric, first);
                if (own.Trials == 0 || other.Trials == 0)
                    continue;
                bool isSame = own.Mean < other.Mean == theirs.Mean < theirFirst.Mean, isClear = own.Against(other) != "·";
                (all, same) = (all + 1, same + (isSame ? 1 : 0));
                significant += isSame && isClear ? 1 : 0;
                opposite += !isSame && isClear ? 1 : 0;
            }
        }

        return (all, same, significant, opposite);
    }
}
