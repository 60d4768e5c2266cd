using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Decisions.Reasons.Contributions;
using TypedExplain.Errors;
using TypedExplain.Numerics;

namespace TypedExplain.Decisions.Reasons.Ranks;

/// <summary>Decides which competitors are the principal reasons, and whether they can be stated.</summary>
/// <param name="most">How many reasons are stated at most.</param>
/// <param name="confidence">The confidence with which estimates are told apart, all of them together.</param>
/// <param name="look">Which look at estimates it is, from 1.</param>
internal sealed class Ranking<T>(int most, double confidence, int look)
    where T : IFeatureRecord<T>
{
    /// <summary>Rules on competitors.</summary>
    /// <param name="competitors">The competitors, the most adverse first.</param>
    /// <param name="table">What their contributions come from.</param>
    public Ruling<T> Rule(IReadOnlyList<Competitor<T>> competitors, ContributionTable<T> table)
    {
        Doubt doubt = new(table, Quantile(competitors.Count, table.Freedom));
        bool isEstimated = table.Miss > table.Tolerance || competitors.Any(competitor => competitor.Error > 0);
        Competitor<T>[] adverse = [.. competitors.Where(competitor => competitor.Adverse > doubt.AboutOne(competitor))];
        Competitor<T>[] unclear = [.. competitors.Where(competitor => isEstimated && Math.Abs(competitor.Adverse) <= doubt.AboutOne(competitor) && competitor.Adverse + doubt.AboutOne(competitor) > 2 * table.Tolerance)];
        if (adverse.Length == 0)
            return unclear.Length > 0
                ? Undecided($"none of {Names(unclear)} can be told from 0", unclear)
                : Ruling<T>.Refuse(RefusalCause.NothingAdverse, "Nothing about the person is worse than in the reference, so there is no reason to state. Compare with people at the cutoff (Reference.AtCutoff), or look at what else decided.");

        Competitor<T>[] stated = adverse[..Math.Min(most, adverse.Length)];
        Competitor<T>[] rest = isEstimated ? [.. competitors.Where(competitor => !stated.Contains(competitor))] : adverse[stated.Length..];
        foreach (Competitor<T> one in isEstimated ? stated : [])
        {
            if (Array.Find(rest, other => !doubt.TellsApart(one, other)) is { } other)
                return doubt.AreEqual(one, other) ? Tie(one, other) : Undecided($"{one.Name} cannot be told from {other.Name}, and only {stated.Length} {Noun.Of(stated.Length, "is", "are")} stated", one, other);
        }

        if (Array.Find(stated, competitor => competitor.Reason is null) is { } alone)
            return WithoutReason(alone.Features[0], stated.Length);
        if (rest.Length > 0 && !doubt.TellsApart(stated[^1], rest[0]))
            return Tie(stated[^1], rest[0]);
        if (stated.Length < most && Array.Find(unclear, competitor => competitor.Reason is null) is { } hidden)
            return Undecided($"whether {Described(hidden.Features[0])} is among the principal reasons cannot be told", hidden);

        return new(
            [.. stated.Select((own, i) => (own, (i > 0 && !doubt.TellsApart(stated[i - 1], own)) || (i + 1 < stated.Length && !doubt.TellsApart(own, stated[i + 1]))))],
            stated.Length < most ? [.. unclear] : [],
            table.Errors is null ? 0 : StudentQuantile.Of((1 + confidence) / 2, table.Freedom));
    }

    /// <summary>Why a feature by itself is refused.</summary>
    private static Ruling<T> WithoutReason(Feature<T> feature, int stated)
    {
        string place = stated == 1 ? "the principal reason" : string.Create(CultureInfo.InvariantCulture, $"one of the {stated} principal reasons");
        return feature.IsProtected
            ? Ruling<T>.Refuse(RefusalCause.ProtectedFeature, $"The protected feature {feature.DisplayName} is {place}, and no principal reason may be left out. Have the decision reviewed by a person, and the model for its use of {feature.DisplayName}.", feature)
            : Ruling<T>.Refuse(RefusalCause.ReasonlessFeature, $"The feature {feature.DisplayName} is {place}, and {(feature.NoReason is { } why ? $"the record states none for it ({why})" : "no reason of it holds for its value")}; no principal reason may be left out. Give it a [Reason] for such values, or have the decision reviewed by a person.", feature);
    }

    private Ruling<T> Tie(Competitor<T> one, Competitor<T> other) => Ruling<T>.Refuse(
        RefusalCause.Tie,
        string.Create(CultureInfo.InvariantCulture, $"{one.Name} and {other.Name} are equally strong, and at most {most} {Noun.Of(most, "reason is", "reasons are")} stated: which to leave out would be arbitrary. Set MaxReasons so that both are stated or neither is."),
        [.. one.Features, .. other.Features]);

    private Ruling<T> Undecided(string what, params Competitor<T>[] about) => Ruling<T>.Refuse(
        RefusalCause.Undecided,
        string.Create(CultureInfo.InvariantCulture, $"With a confidence of {confidence}, {what}. Allow more samples (MaxQueries), or use an explainer with exact contributions; fewer reasons (MaxReasons) may be told apart, too."),
        [.. about.SelectMany(competitor => competitor.Features)]);

    private static string Described(Feature<T> feature) => (feature.IsProtected ? "the protected feature " : "the feature ") + feature.DisplayName;

    private static string Names(Competitor<T>[] competitors) => string.Join(", ", competitors.Select(competitor => competitor.Name));

    // Any pair and any sign may turn out to matter, so all of them share what may go wrong (Bonferroni); and so do all looks, since it
    // is looked again only where nothing was told: the first one has half of it, the next a quarter.
    private double Quantile(int competitors, double freedom) => freedom == 0 ? 0
        : StudentQuantile.Of(1 - (Math.ScaleB(1 - confidence, -look) / (competitors * (competitors + 1.0))), freedom);

    /// <summary>How far contributions may be off.</summary>
    private readonly struct Doubt(ContributionTable<T> table, double quantile)
    {
        /// <summary>How far one may be from what it is said to be.</summary>
        public double AboutOne(Competitor<T> competitor) => table.Tolerance + table.Miss + (competitor.Error == 0 ? 0 : quantile * competitor.Error);

        /// <summary>Whether nothing but rounding tells two apart.</summary>
        public bool AreEqual(Competitor<T> one, Competitor<T> other) => Math.Abs(one.Adverse - other.Adverse) <= table.Tolerance;

        /// <summary>Whether the first is more adverse than the second, whatever else may be off.</summary>
        public bool TellsApart(Competitor<T> one, Competitor<T> other)
        {
            double error = one.Error + other.Error;
            return one.Adverse - other.Adverse > table.Tolerance + table.Miss + (error == 0 ? 0 : quantile * error);
        }
    }
}
