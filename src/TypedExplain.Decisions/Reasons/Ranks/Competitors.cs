using TypedExplain.Decisions.Reasons.Contributions;
using TypedExplain.Decisions.Reasons.References;
using TypedExplain.Explainers.Shap;

namespace TypedExplain.Decisions.Reasons.Ranks;

/// <summary>Puts the contributions of features together by code.</summary>
internal static class Competitors
{
    /// <summary>The competitors, the most adverse first; of equals the first by code.</summary>
    /// <param name="table">The contributions.</param>
    /// <param name="row">The encoded person.</param>
    /// <param name="group">The people of the reference.</param>
    /// <param name="favorable">Which way is good.</param>
    public static List<Competitor<T>> Of<T>(ContributionTable<T> table, double[] row, ReferenceGroup<T> group, FavorableOutcome favorable)
        where T : IFeatureRecord<T>
    {
        double sign = favorable == FavorableOutcome.High ? -1 : 1;
        int[] speakers = Speakers<T>(row, group);
        Dictionary<string, List<int>> byKey = [];
        for (int i = 0; i < speakers.Length; i++)
        {
            Feature<T> feature = T.Schema.Features[speakers[i]];
            if (table.Values[i] == 0 && (table.Errors?[i] ?? 0) == 0)
                continue;
            string key = CodeOf(feature, row, group) is { } code ? "=" + code : feature.Name;
            if (!byKey.TryGetValue(key, out List<int>? members))
                byKey[key] = members = [];
            members.Add(i);
        }

        List<Competitor<T>> competitors = [.. byKey.Select(Made)];
        competitors.Sort((one, other) => other.Adverse.CompareTo(one.Adverse) is not 0 and var order ? order : string.CompareOrdinal(one.Key, other.Key));
        OrderTies(competitors, table.Tolerance);
        return competitors;

        Competitor<T> Made(KeyValuePair<string, List<int>> pair)
        {
            var features = pair.Value
                .GroupBy(i => speakers[i], (speaker, parts) => (Feature: T.Schema.Features[speaker], Adverse: parts.Sum(i => sign * table.Values[i])))
                .OrderByDescending(part => part.Adverse).ThenBy(part => part.Feature.Index);
            return new(
                pair.Key[0] == '=' ? ReasonOf<T>(pair.Key[1..]) : null,
                [.. features.Select(part => part.Feature)],
                pair.Value.Sum(i => sign * table.Values[i]),
                table.Errors is { } errors ? pair.Value.Sum(i => errors[i]) : 0);
        }
    }

    /// <summary>
    /// For each feature the one that speaks for it: where the person has no value, what says so; where they have one, the value
    /// speaks for its being there, unless there is a reason for that.
    /// </summary>
    private static int[] Speakers<T>(double[] row, ReferenceGroup<T> group)
        where T : IFeatureRecord<T>
    {
        int[] speakers = MissingValues<T>.Owners(row);
        foreach (Feature<T> feature in T.Schema.Features)
        {
            if (feature is { Kind: FeatureKind.Missing, Covers: 1, IsProtected: false } && row[feature.Column] == 0 && speakers[feature.Index] == feature.Index && HoldingReason.Of(feature, row, group.Means[feature.Index]) is null)
                speakers[feature.Index] = feature.Index - 1;
        }

        return speakers;
    }

    private static string? CodeOf<T>(Feature<T> feature, double[] row, ReferenceGroup<T> group)
        where T : IFeatureRecord<T> => feature.IsProtected ? null : HoldingReason.Of(feature, row, group.Means[feature.Index]);

    private static Reason<T> ReasonOf<T>(string code)
        where T : IFeatureRecord<T> =>
        T.Schema.Reasons.FirstOrDefault(reason => reason.CodeText == code)
        ?? throw new InvalidOptionException($"A feature of {T.Schema.Name} has the reason {code}, which is not among the reasons of the record. Give it a text there.");

    /// <summary>Puts those in the order of their codes that only rounding tells apart.</summary>
    private static void OrderTies<T>(List<Competitor<T>> competitors, double tolerance)
        where T : IFeatureRecord<T>
    {
        for (int from = 0, to; from < competitors.Count; from = to)
        {
            to = from + 1;
            while (to < competitors.Count && competitors[to - 1].Adverse - competitors[to].Adverse <= tolerance)
                to++;
            competitors.Sort(from, to - from, Comparer<Competitor<T>>.Create((one, other) => string.CompareOrdinal(one.Key, other.Key)));
        }
    }
}
