using System.Collections.Immutable;
using TypedExplain.Decisions.Reasons.References;

namespace TypedExplain.Decisions.Reasons.Reports.Measures;

/// <summary>Makes one report.</summary>
internal sealed class Reporting<T>
    where T : IFeatureRecord<T>
{
    private const int MostCompared = 4;

    private readonly PrincipalReasons<T> _reasons;
    private readonly IModel<T> _model;
    private readonly IReadOnlyList<T> _people;
    private readonly ReasonReportOptions<T> _options;
    private readonly CancellationToken _cancellation;
    private readonly IReadOnlyList<ReasonStatement<T>> _statements;
    private readonly ReferenceGroup<T> _group;

    /// <summary>Makes the statements that the report is about.</summary>
    public Reporting(PrincipalReasons<T> reasons, IModel<T> model, IReadOnlyList<T> people, ReasonReportOptions<T> options, CancellationToken cancellation)
    {
        (_reasons, _model, _people, _options, _cancellation) = (reasons, model, people, options, cancellation);
        _statements = States(reasons, people);
        _group = reasons.Reference.Of(model, reasons.Favorable, cancellation);
    }

    public ReasonReport<T> Report()
    {
        int adverse = _statements.Count(IsAdverse);
        string[][] told = [.. _statements.Select(ToldReasons.Of).OfType<string[]>()];
        ImmutableArray<ReasonShare<T>> codes = Shares.OfCodes<T>(told);
        return new()
        {
            People = _people.Count,
            Adverse = new(adverse, _people.Count),
            Stated = new(told.Length, adverse),
            Denied = new(_statements.Count(statement => statement is AutomaticDenial<T>), adverse),
            Refusals = Shares.OfCauses(_statements, adverse),
            Codes = codes,
            Segments = [.. (_options.Segments.IsDefault ? [] : _options.Segments).SelectMany(Segments)],
            Seeds = _options.Seeds == 0 || _statements.OfType<Stated<T>>().All(stated => stated.IsExact) ? null
                : Again(_options.Seeds, i => Changes.WithSeed(_reasons, i + 1)),
            Resamples = _options.Resamples == 0 ? null
                : Again(_options.Resamples, i => Changes.WithPeople(_reasons, _group, new RandomStream(_options.Seed, "reference resamples").For(i))),
            Steps = _options.Steps ? [.. Changes.Numbers<T>().Select(Step)] : [],
            Agreement = _options.SecondMethod is { } second ? Agreement(second) : [],
            SecondMethod = _options.SecondMethod is { } other ? (other.Linear ?? other.Explainer)?.Name ?? "SHAP" : null,
            Deletion = Deletion(),
            Drift = _options.Earlier is { } earlier ? Shares.Drift(earlier, codes, told.Length) : [],
        };
    }

    private static bool IsAdverse(ReasonStatement<T> statement) => statement is not ReasonsRefused<T> { Cause: RefusalCause.NotAdverse };

    private IReadOnlyList<ReasonStatement<T>> States(PrincipalReasons<T> reasons, IReadOnlyList<T> people) =>
        reasons.StateMany(_model, people, _options.Threads, _cancellation).Results;

    private IEnumerable<ReasonSegment<T>> Segments(ReasonSegmentation<T> segmentation)
    {
        foreach ((string value, int[] people) in SegmentLabels.Of(segmentation, _people))
        {
            ReasonStatement<T>[] own = [.. people.Select(person => _statements[person])];
            string[][] told = [.. own.Select(ToldReasons.Of).OfType<string[]>()];
            yield return new(segmentation, value, new(told.Length, own.Count(IsAdverse)), Shares.OfCodes<T>(told));
        }
    }

    /// <summary>States reasons again, in other ways, to those to whom the model gave a reason.</summary>
    private ReasonStability Again(int times, Func<int, PrincipalReasons<T>> way)
    {
        int[] stated = Stated();
        StabilityCount count = new();
        for (int i = 0; i < times; i++)
        {
            IReadOnlyList<ReasonStatement<T>> again = States(way(i), [.. stated.Select(person => _people[person])]);
            for (int at = 0; at < stated.Length; at++)
                count.Add(ToldReasons.Of(_statements[stated[at]])!, ToldReasons.Of(again[at]));
        }

        return count.Result();
    }

    private StepStability<T> Step((Feature<T> Feature, double Step) number)
    {
        StabilityCount count = new();
        foreach (double by in (double[])[number.Step, -number.Step])
        {
            (int Person, T Moved)[] moved = [.. Stated().Select(person => (person, Changes.Moved(_people[person], number.Feature, by))).Where(pair => pair.Item2.Exists).Select(pair => (pair.person, pair.Item2.Person))];
            IReadOnlyList<ReasonStatement<T>> again = States(_reasons, [.. moved.Select(pair => pair.Moved)]);
            for (int at = 0; at < moved.Length; at++)
                count.Add(ToldReasons.Of(_statements[moved[at].Person])!, ToldReasons.Of(again[at]));
        }

        return new(number.Feature, number.Step, count.Result());
    }

    private ImmutableArray<MethodAgreement> Agreement(PrincipalReasons<T> second)
    {
        int[] stated = Stated();
        IReadOnlyList<ReasonStatement<T>> again = States(second, [.. stated.Select(person => _people[person])]);
        return [.. Enumerable.Range(1, MostCompared).Select(Of)];

        MethodAgreement Of(int k)
        {
            int all = 0, same = 0, shared = 0;
            for (int at = 0; at < stated.Length; at++)
            {
                if (ToldReasons.Of(_statements[stated[at]]) is not { } one || ToldReasons.Of(again[at]) is not { } other || one.Length < k || other.Length < k)
                    continue;
                int both = one.Take(k).Intersect(other.Take(k)).Count();
                (all, same, shared) = (all + 1, same + (both == k ? 1 : 0), shared + both);
            }

            return new(k, new(same, all), all == 0 ? 0 : shared / ((double)all * k));
        }
    }

    private DeletionTest Deletion()
    {
        Deletion<T> deletion = new(_model, _reasons, _group);
        foreach (int person in Stated())
            deletion.Add(_people[person], (Stated<T>)_statements[person], _cancellation);
        return deletion.Result();
    }

    private int[] Stated() => [.. Enumerable.Range(0, _people.Count).Where(person => _statements[person] is Stated<T>)];
}
