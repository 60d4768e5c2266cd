using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Decisions.Reasons.Contributions;
using TypedExplain.Decisions.Reasons.Ranks;
using TypedExplain.Decisions.Reasons.References;
using TypedExplain.Models.Runs;
using TypedExplain.Telemetry;

namespace TypedExplain.Decisions.Reasons;

/// <summary>Makes the statements of one model.</summary>
internal sealed class Stating<T>
    where T : IFeatureRecord<T>
{
    private readonly PrincipalReasons<T> _options;
    private readonly IModel<T> _model;

    /// <summary>Checks the options and the model.</summary>
    public Stating(PrincipalReasons<T> options, IModel<T> model)
    {
        (_options, _model) = (options, model);
        options.Check();
        model.RequireOneOutput();
    }

    /// <summary>The statement for one applicant.</summary>
    public ReasonStatement<T> Of(T applicant, CancellationToken cancellation)
    {
        // The runs inside it count their rows themselves.
        Trace? trace = Trace.Begin(T.Schema.Name, "PrincipalReasons", _model, TracedKind.Of, isInner: false);
        try
        {
            ReasonStatement<T> statement = Unnamed(applicant, cancellation).From(_options, applicant, _model.Outputs[0]);
            trace?.End(statement, statement.Queries, 0);
            return statement;
        }
        catch (Exception error) when (Trace.Fail(trace, error, 0, 0))
        {
            throw;
        }
    }

    private ReasonStatement<T> Unnamed(T applicant, CancellationToken cancellation)
    {
        double[] row = new double[T.Schema.Columns];
        T.Schema.Encode(applicant, row);
        if (Denied(applicant) is { IsEmpty: false } reasons)
            return new AutomaticDenial<T>(reasons);
        double score = Score(row, applicant, cancellation);
        if (Doubtful(score) is { } refused)
            return refused;
        if (score != Score(row, applicant, cancellation))
            return Refused(NotDeterministic, queries: 2);
        return Of(applicant, row, score, _options.Reference.Of(_model, _options.Favorable, cancellation), cancellation);
    }

    /// <summary>The statements for many, in parallel and in their order.</summary>
    public RowOutcomes<ReasonStatement<T>> OfMany(IReadOnlyList<T> applicants, int? threads, CancellationToken cancellation)
    {
        // Once, and not by several threads at the same time; an error of it is everyone's.
        _ = _options.Reference.Of(_model, _options.Favorable, cancellation);
        var outcomes = new RowOutcome<ReasonStatement<T>>[applicants.Count];
        Parallel.For(0, applicants.Count, new ParallelOptions { MaxDegreeOfParallelism = threads ?? Environment.ProcessorCount }, row => outcomes[row] = Outcome(row, applicants[row], cancellation));
        return new(outcomes, cancellation);
    }

    private RowOutcome<ReasonStatement<T>> Outcome(int row, T applicant, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
            return new NotReached<ReasonStatement<T>>(row);
        try
        {
            return new Explained<ReasonStatement<T>>(row, Of(applicant, cancellation));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return new NotReached<ReasonStatement<T>>(row);
        }
        catch (Exception error)
        {
            return new Failed<ReasonStatement<T>>(row, Described(applicant), error);
        }
    }

    private static string Described(T applicant)
    {
        double[] columns = new double[T.Schema.Columns];
        try
        {
            T.Schema.Encode(applicant, columns);
            return T.Schema.Describe(columns);
        }
        catch (Exception)
        {
            return "";
        }
    }

    private ImmutableArray<Reason<T>> Denied(T applicant) => _options.Rules.IsDefaultOrEmpty ? []
        : [.. _options.Rules.Where(rule => rule.Denies(applicant)).Select(rule => rule.Reason).DistinctBy(reason => reason.CodeText)];

    private double Score(double[] row, T applicant, CancellationToken cancellation)
    {
        double score = 0;
        _model.ScoreOne(FeatureSchema<T>.Row(row, applicant), new Span<double>(ref score), cancellation);
        return score;
    }

    /// <summary>What is wrong with asking for reasons of a score; null where nothing is.</summary>
    private ReasonsRefused<T>? Doubtful(double score)
    {
        double cutoff = _options.CutoffValue, below = _options.Favorable == FavorableOutcome.High ? cutoff - score : score - cutoff, band = _options.RoundingBandOf(score);
        if (below == 0 || below < -band)
            return Refused(new(RefusalCause.NotAdverse, string.Create(CultureInfo.InvariantCulture, $"The score {score:G6} is {(below == 0 ? "at" : "on the favorable side of")} the cutoff {cutoff:G6}, so the decision is favorable and has no adverse reasons. If it is adverse, Cutoff or Favorable is not that of the decision."), []), queries: 1);
        if (below <= band)
            return Refused(new(RefusalCause.RoundingDecides, string.Create(CultureInfo.InvariantCulture, $"The score {score:R} is within {band:G3} of the cutoff {cutoff:R}: rounding decides, and no feature of the person does. Have the decision reviewed by a person, or set a smaller RoundingBand."), []), queries: 1);
        return null;
    }

    private ReasonStatement<T> Of(T applicant, double[] row, double score, ReferenceGroup<T> group, CancellationToken cancellation)
    {
        int queries = 2, looks = 0;
        ReasonsRefused<T> refused = Refused(new(RefusalCause.OutOfBudget, string.Create(CultureInfo.InvariantCulture, $"A MaxQueries of {_options.MaxQueries} does not pay for one estimate against {group.Rows.Count} people of the reference. Allow more, or make the reference of fewer applicants (Summarize)."), []), queries);
        foreach (ContributionTable<T> table in _options.Source.Tables(_model, applicant, group, _options.MaxQueries, cancellation))
        {
            queries = (int)Math.Min(int.MaxValue, (long)queries + table.Queries);
            if (Unusable(table, score) is { } unusable)
                return Refused(unusable, queries);
            Ruling<T> ruling = new Ranking<T>(_options.MaxReasons, _options.Confidence, ++looks).Rule(Competitors.Of(table, row, group, _options.Favorable), table);
            if (ruling.Refusal is null)
                return Stated(ruling, table, score, group, queries);
            refused = Refused(ruling.Refusal, queries);
            if (refused.Cause != RefusalCause.Undecided)
                break;
        }

        return refused;
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
        double sign = _options.Favorable == FavorableOutcome.High ? -1 : 1;
        return new([.. ruling.Stated.Select(Reason)], queries)
        {
            Output = _model.Outputs[0],
            Score = score,
            Cutoff = _options.CutoffValue,
            Favorable = _options.Favorable,
            Link = table.Link,
            BaseValue = table.BaseValue,
            Reference = group.Identity,
            Confidence = _options.Confidence,
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
