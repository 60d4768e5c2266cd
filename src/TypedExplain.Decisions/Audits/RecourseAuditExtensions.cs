using System.Collections.Immutable;

namespace TypedExplain.Decisions;

/// <summary>Recourse for everybody in a data set.</summary>
public static class RecourseAuditExtensions
{
    /// <summary>Finds recourse for every row of a data set whose answer is not wanted. A row that fails is kept with its reason and ends nothing.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="recourse">What is wanted and allowed.</param>
    /// <param name="model">A model with one output; safe to call from several threads at once.</param>
    /// <param name="people">The rows.</param>
    /// <param name="segment">The name of the segment that a record belongs to; null for none.</param>
    /// <param name="progress">Is told how far it is after each denied row; null for nobody.</param>
    /// <param name="maxThreads">The most threads, at least 1; null for one per processor. The result is the same with any.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="InvalidModelException">The model has several outputs, or an answer is not a finite number.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    public static RecourseAudit<T> Audit<T>(this Recourse<T> recourse, IModel<T> model, Dataset<T> people, Func<T, string>? segment = null, IProgress<ManyProgress>? progress = null, [OptionRange(AtLeast = 1)] int? maxThreads = null, CancellationToken cancellation = default)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(recourse);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(people);
        if (maxThreads < 1)
            throw new InvalidOptionException($"maxThreads of an audit is {maxThreads}; it must be at least 1, or null for one per processor.");
        WantedAnswers wanted = recourse.Check(model);
        double[] answers = new double[people.Count];
        model.ScoreOne(people.Encoded, answers, cancellation);
        int[] denied = [.. Enumerable.Range(0, people.Count).Where(row => !wanted.Contains(answers[row]))];
        AuditedPerson<T>[] found = new AuditedPerson<T>[denied.Length];
        long start = TimeProvider.System.GetTimestamp(), done = 0, failed = 0, queries = 0;
        try
        {
            Parallel.For(0, denied.Length, new() { MaxDegreeOfParallelism = maxThreads ?? Environment.ProcessorCount, CancellationToken = cancellation }, i =>
            {
                found[i] = One(denied[i]);
                Interlocked.Add(ref queries, found[i].Outcome?.Queries ?? 0);
                if (found[i].Error is not null)
                    Interlocked.Increment(ref failed);
                long now = Interlocked.Increment(ref done);
                progress?.Report(new(now, Interlocked.Read(ref failed), denied.Length, Interlocked.Read(ref queries), TimeProvider.System.GetElapsedTime(start)));
            });
        }
        catch (AggregateException errors) when (errors.InnerExceptions.FirstOrDefault(error => error is OperationCanceledException) is { } ended)
        {
            throw new OperationCanceledException(ended.Message, ended, cancellation);
        }

        string[] segments = segment is null ? [] : [.. people.Rows.Select(segment)];
        return new(
            Shares("", people.Count, found),
            [.. Enumerable.Range(0, segments.Length).GroupBy(row => segments[row]).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => Shares(group.Key, group.Count(), found.Where(person => segments[person.Row] == group.Key)))],
            [.. found],
            [.. T.Schema.Features.Where(feature => feature.Kind != FeatureKind.Missing && !feature.Constraints.HasFlag(FeatureConstraints.Immutable)).Select(feature => (feature, Changing(feature)))]);

        AuditedPerson<T> One(int row)
        {
            try
            {
                return new(row, recourse.Find(model, people[row], cancellation), null);
            }
            catch (TypedExplainException error)
            {
                return new(row, null, error);
            }
        }

        int Changing(Feature<T> feature) => found.Count(person => person.Outcome is Found<T> action && action.Action.Changes.Any(change => change.Feature == feature && !change.IsConsequence));
    }

    private static RecourseShares Shares<T>(string segment, int people, IEnumerable<AuditedPerson<T>> denied)
        where T : IFeatureRecord<T>
    {
        AuditedPerson<T>[] own = [.. denied];
        ImmutableArray<double> costs = [.. own.Select(person => person.Outcome).OfType<Found<T>>().Select(found => found.Action.Cost).Order()];
        return new(
            segment,
            people,
            own.Length,
            costs.Length,
            own.Count(person => person.Outcome is NoRecourse<T>),
            own.Count(person => person.Outcome is BudgetExhausted<T>),
            own.Count(person => person.Error is not null),
            costs,
            [.. own.Where(person => person.Outcome is not null).Select(person => person.Outcome!.Queries).Order()]);
    }
}
