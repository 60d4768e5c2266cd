using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace TypedExplain.Decisions;

/// <summary>Recourse over a data set: how many of those whose answer is not wanted have some, and what it costs, in all and by segment. Made by <c>recourse.Audit(model, people)</c>.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class RecourseAudit<T>
    where T : IFeatureRecord<T>
{
    internal RecourseAudit(RecourseShares all, ImmutableArray<RecourseShares> segments, ImmutableArray<AuditedPerson<T>> denied, ImmutableArray<(Feature<T> Feature, int Actions)> changed) =>
        (All, Segments, Denied, Changed) = (all, segments, denied, changed);

    /// <summary>Everybody.</summary>
    public RecourseShares All { get; }

    /// <summary>The same by segment, in the order of their names; empty where no segments were asked for.</summary>
    public ImmutableArray<RecourseShares> Segments { get; }

    /// <summary>What was found for each row whose answer is not wanted, in the order of the rows.</summary>
    public ImmutableArray<AuditedPerson<T>> Denied { get; }

    /// <summary>The features that may change in the order of the schema, each with how many of the found actions choose to change it.</summary>
    public ImmutableArray<(Feature<T> Feature, int Actions)> Changed { get; }

    /// <summary>The shares and costs as a table in Markdown, then how often each feature is changed.</summary>
    public override string ToString()
    {
        StringBuilder text = new("| people | denied | with recourse | certified without | undecided | failed | median cost | 90 % cost | median queries |\n|---|---|---|---|---|---|---|---|---|\n");
        foreach (RecourseShares shares in (RecourseShares[])[All, .. Segments])
        {
            text.Append(CultureInfo.InvariantCulture, $"| {(shares.Segment.Length == 0 ? "all" : shares.Segment.Replace("|", "\\|", StringComparison.Ordinal))} ({shares.People}) | {shares.Denied} | {shares.WithRecourse} | {shares.WithoutRecourse} ({100 * shares.ShareWithoutRecourse:0.0} %) | {shares.Undecided} | {shares.Failed}");
            text.Append(CultureInfo.InvariantCulture, $" | {Number(shares.MedianCost)} | {Number(shares.Quantile(0.9))} | {(shares.Queries.IsEmpty ? "–" : shares.Queries[shares.Queries.Length / 2])} |\n");
        }

        text.Append("\nchanged:");
        foreach ((Feature<T> feature, int actions) in Changed.Where(changed => changed.Actions > 0).OrderByDescending(changed => changed.Actions))
            text.Append(CultureInfo.InvariantCulture, $" {feature.Name} {actions},");
        return text.ToString().TrimEnd(',');

        static string Number(double cost) => double.IsNaN(cost) ? "–" : string.Create(CultureInfo.InvariantCulture, $"{cost:0.##}");
    }
}
