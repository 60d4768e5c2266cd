using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Decisions.Reasons.Contributions;
using TypedExplain.Decisions.Reasons.Ranks;
using TypedExplain.Decisions.Reasons.References;
using TypedExplain.Schema.Rows;

namespace TypedExplain.Decisions.Reasons;

/// <summary>Makes the statement for an applicant: what it asks the model, and what it makes of the answers.</summary>
/// <param name="options">How reasons are found.</param>
/// <param name="model">What is known of the model.</param>
internal sealed class Stating<T>(PrincipalReasons<T> options, IModelInfo<T> model)
    where T : IFeatureRecord<T>
{
    /// <summary>The steps of the run for one applicant.</summary>
    /// <param name="applicant">The applicant.</param>
    /// <param name="cancellation">Ends what is computed here.</param>
    public IEnumerable<RunStep<T, ReasonStatement<T>>> Steps(T applicant, CancellationToken cancellation)
    {
        options.Check();
        model.RequireOneOutput();
        double[] row = new double[T.Schema.Columns];
        T.Schema.Encode(applicant, row);
        if (Denied(applicant) is { IsEmpty: false } reasons)
        {
            yield return Named(new AutomaticDenial<T>(reasons));
            yield break;
        }

        RowBatch<T> own = Asked();
        yield return own;
        double score = own.Scores[0];
        if (Doubtful(score) is { } refused)
        {
            yield return Named(refused);
            yield break;
        }

        RowBatch<T> again = Asked();
        yield return again;
        if (score != again.Scores[0])
        {
            yield return Named(Refused(NotDeterministic, queries: 2));
            yield break;
        }

        if (options.Reference.Known(model, options.Favorable) is not { } group)
        {
            RowBatch<T> people = options.Reference.Asked(model);
            yield return people;
            group = options.Reference.Of(model, options.Favorable, people.Scores);
        }

        foreach (RunStep<T, ReasonStatement<T>> step in Divided(applicant, row, score, group, cancellation))
            yield return step.Result is { } statement ? Named(statement) : step;

        RowBatch<T> Asked() => new(model, row, new GivenRecords<T>([applicant]), new double[1]);

        ReasonStatement<T> Named(ReasonStatement<T> statement) => statement.From(options, applicant, model.Outputs[0]);
    }

    private ImmutableArray<Reason<T>> Denied(T applicant) => options.Rules.IsDefaultOrEmpty ? []
        : [.. options.Rules.Where(rule => rule.Denies(applicant)).Select(rule => rule.Reason).DistinctBy(reason => reason.CodeText)];

    /// <summary>What is wrong with asking for reasons of a score; null where nothing is.</summary>
    private ReasonsRefused<T>? Doubtful(double score)
    {
        double cutoff = options.CutoffValue, below = options.Favorable == FavorableOutcome.High ? cutoff - score : score - cutoff, band = options.RoundingBandOf(score);
        if (below == 0 || below < -band)
            return Refused(new(RefusalCause.NotAdverse, string.Create(CultureInfo.InvariantCulture, $"The score {score:G6} is {(below == 0 ? "at" : "on the favorable side of")} the cutoff {cutoff:G6}, so the decision is favorable and has no adverse reasons. If it is adverse, Cutoff or Favorable is not that of the decision."), []), queries: 1);
        if (below <= band)
            return Refused(new(RefusalCause.RoundingDecides, string.Create(CultureInfo.InvariantCulture, $"The score {score:R} is within {band:G3} of the cutoff {cutoff:R}: rounding decides, and no feature of the person does. Have the decision reviewed by a person, or set a smaller RoundingBand."), []), queries: 1);
        return null;
    }

    private IEnumerable<RunStep<T, ReasonStatement<T>>> Divided(T applicant, double[] row, double score, ReferenceGroup<T> group, CancellationToken cancellation)
    {
        int queries = 2, looks = 0;
        ReasonsRefused<T> refused = Refused(new(RefusalCause.OutOfBudget, string.Create(CultureInfo.InvariantCulture, $"A MaxQueries of {options.MaxQueries} does not pay for one estimate against {group.Rows.Count} people of the reference. Allow more, or make the reference of fewer applicants (Summarize)."), []), queries);
        foreach (RunStep<T, ContributionTable<T>> step in options.Source.Tables(model, applicant, group, options.MaxQueries, cancellation))
        {
            if (step.Asked is { } rows)
            {
                yield return rows;
                continue;
            }

            ContributionTable<T> table = step.Result!;
            queries = (int)Math.Min(int.MaxValue, (long)queries + table.Queries);
            if (Unusable(table, score) is { } unusable)
            {
                refused = Refused(unusable, queries);
                break;
            }

            Ruling<T> ruling = new Ranking<T>(options.MaxReasons, options.Confidence, ++looks).Rule(Competitors.Of(table, row, group, options.Favorable), table);
            if (ruling.Refusal is null)
            {
                yield return Stated(ruling, table, score, group, queries);
                yield break;
            }

            refused = Refused(ruling.Refusal, queries);
            if (refused.Cause != RefusalCause.Undecided)
                break;
        }

        yield return refused;
    }

    private static Refusal<T>? Unusable(ContributionTable<T> table, double score)
    {
        if (!table.IsOf(score))
            return NotDeterministic;
        if (table.PoorFit is { } lacks)
            return new(RefusalCause.PoorFit, $"The linear explanation by {table.Explainer.Name} is below the standard: {lacks}. Use SHAP values (leave Linear out), or a smaller neighborhood.", []);
        if (!table.IsAdditive)
            return new(RefusalCause.NotAdditive, string.Create(CultureInfo.InvariantCulture, $"The contributions by {table.Explainer.Name} and the base value miss the score by {table.Residual:G3}, so they do not explain it. Use another explainer."), []);
        if (!table.IsAgainstReference)
            return new(RefusalCause.NotAdditive, string.Create(CultureInfo.InvariantCulture, $"The contributions by {table.Explainer.Name} begin at the base value {table.BaseValue:G6}, and the mean score of the reference is {table.ReferenceMean:G6}, so they do not compare with the reference. Give the method the same people as its background."), []);
        return null;
    }

    private Stated<T> Stated(Ruling<T> ruling, ContributionTable<T> table, double score, ReferenceGroup<T> group, int queries)
    {
        double sign = options.Favorable == FavorableOutcome.High ? -1 : 1;
        return new([.. ruling.Stated.Select(Reason)], queries)
        {
            Output = model.Outputs[0],
            Score = score,
            Cutoff = options.CutoffValue,
            Favorable = options.Favorable,
            Link = table.Link,
            BaseValue = table.BaseValue,
            Reference = group.Identity,
            Confidence = options.Confidence,
            Caveats = table.Caveats,
            Warnings = [.. Warnings(ruling, table, group)],
            Explainer = table.Explainer,
        };

        StatedReason<T> Reason((Competitor<T> Competitor, bool IsTied) stated)
        {
            Competitor<T> own = stated.Competitor;
            double contribution = sign * own.Adverse, half = table.Errors is null ? 0 : table.Tolerance + table.Miss + (own.Error == 0 ? 0 : ruling.Quantile * own.Error);
            return new(own.Reason!, contribution, half == 0 ? null : (contribution - half, contribution + half), own.Features, stated.IsTied);
        }
    }

    private static IEnumerable<string> Warnings(Ruling<T> ruling, ContributionTable<T> table, ReferenceGroup<T> group)
    {
        if (group.Warning is { } few)
            yield return few;
        if (!ruling.Unclear.IsEmpty)
            yield return $"not stated because they cannot be told from 0: {string.Join(", ", ruling.Unclear.Select(competitor => competitor.Name))}";
        if (table.RowLoss is { } loss)
            yield return $"the score rests on what no feature holds: {loss}";
    }

    private static Refusal<T> NotDeterministic => new(RefusalCause.NotDeterministic, "The model gave two answers for the same person, so no reason explains either. Let it be a function of its input only: fix its seed, and switch off dropout and sampling.", []);

    private static ReasonsRefused<T> Refused(Refusal<T> refusal, int queries) => new(refusal.Cause, refusal.Explanation, refusal.Features, queries);
}
