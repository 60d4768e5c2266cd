using TypedExplain.Errors;

namespace TypedExplain.Testing.Reasons;

/// <summary>The reasons that a model has for the same instances under several seeds.</summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class SeededRuns<T>
    where T : IFeatureRecord<T>
{
    private readonly RankedReasons<T>?[][] _runs;

    private SeededRuns(RankedReasons<T>?[][] runs, IExplainer<T> explainer, IReadOnlyList<FailedInstance> failed, bool agree) =>
        (_runs, Explainer, Failed, Agree) = (runs, explainer, failed, agree);

    /// <summary>The explainer of the first seed.</summary>
    public IExplainer<T> Explainer { get; }

    /// <summary>What could not be explained, each instance once, in their order.</summary>
    public IReadOnlyList<FailedInstance> Failed { get; }

    /// <summary>Whether all seeds agree to the bit: the method draws nothing for these instances.</summary>
    public bool Agree { get; }

    /// <summary>The reasons for an instance, one per seed; null where one of them is missing.</summary>
    public RankedReasons<T>[]? this[int row] => Array.TrueForAll(_runs, run => run[row] is not null) ? Array.ConvertAll(_runs, run => run[row]!) : null;

    /// <summary>Explains all instances under each seed.</summary>
    /// <param name="owner">What asks for it, as messages call it.</param>
    /// <param name="which">What the model is called.</param>
    /// <param name="explainer">The explainer with a seed.</param>
    /// <param name="model">The model.</param>
    /// <param name="instances">The instances.</param>
    /// <param name="firstSeed">The first seed.</param>
    /// <param name="seeds">How many seeds.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="InvalidOptionException">The seed is not passed on.</exception>
    public static SeededRuns<T> Of(string owner, string which, Func<int, IExplainer<T>> explainer, IModel<T> model, IReadOnlyList<T> instances, int firstSeed, int seeds, CancellationToken cancellation)
    {
        int[] all = [.. Enumerable.Range(0, seeds).Select(seed => unchecked(firstSeed + seed))];
        IExplainer<T>[] seeded = Array.ConvertAll(all, seed => explainer(seed).Given("what explainer gives", owner));
        var runs = new RankedReasons<T>?[seeds][];
        SortedDictionary<int, FailedInstance> failed = [];
        bool agree = true;
        for (int run = 0; run < seeds; run++)
        {
            // Equal explainers give equal answers by what an explainer is, so one pass tells all.
            int equal = Array.FindIndex(seeded, 0, run, earlier => earlier.Equals(seeded[run]));
            runs[run] = equal >= 0 ? runs[equal] : Run(run);
            agree &= SeedCheck.Agree(runs[0], runs[run]);
            int same = Array.FindIndex(runs, 0, run, earlier => SeedCheck.Agree(earlier, runs[run]));
            if (same >= 0)
                SeedCheck.RequireNoIgnoredSeed(owner, model, instances, runs[same], runs[run], all[same], all[run], cancellation);
        }

        return new(runs, seeded[0], [.. failed.Values], agree);

        RankedReasons<T>?[] Run(int run) => seeded[run] is IShapExplainer<T> shap
            ? Taken(run, shap.ValuesMany(model, instances, cancellation: cancellation), RankedReasons<T>.Of)
            : Taken(run, seeded[run].ExplainMany(model, instances, cancellation: cancellation), RankedReasons<T>.Of);

        RankedReasons<T>?[] Taken<TResult>(int run, RowOutcomes<TResult> outcomes, Func<TResult, RankedReasons<T>> reasons)
            where TResult : class
        {
            if (outcomes.NotReached > 0)
                cancellation.ThrowIfCancellationRequested();

            // Where nothing can be explained, the first error says why: an option, the model, a network.
            if (outcomes.Failed.Count == outcomes.Count)
                _ = outcomes.Results;
            foreach (Failed<TResult> failure in outcomes.Failed)
                failed.TryAdd((int)failure.Row, new((int)failure.Row, InstanceText.KeyOf(instances[(int)failure.Row]), failure.Record, which, all[run], failure.Error));
            return [.. outcomes.Select(outcome => outcome is Explained<TResult> explained ? reasons(explained.Result) : null)];
        }
    }
}
