using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Global.Importances;
using TypedExplain.Global.Units;
using TypedExplain.Global.Work;

namespace TypedExplain;

/// <summary>
/// Permutation importance (Breiman, 2001; Fisher, Rudin and Dominici, 2019): by how much the loss of a model rises where rows get a feature's value of other
/// rows. A feature is changed with what says that it has no value, whatever its columns; of an array or a record that may be missing also
/// all of it. Where a record around a feature is missing in a row, that row keeps what it has.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed record PermutationImportance<T>
    where T : IFeatureRecord<T>
{
    private const string Method = "permutation importance";

    /// <summary>
    /// How far answers are from the target; null for log loss where the target is a class, or 0 and 1, and the model answers with
    /// a probability or log odds, and for the squared error else. Of two classes the second counts as 1, unless the model's output is named after one.
    /// </summary>
    public LossFunction? Loss { get; init; }

    /// <summary>How often each feature is permuted, 1 to 10,000. Intervals of a single repeat are a little too narrow.</summary>
    [OptionRange(AtLeast = 1, AtMost = MostRepeats)]
    public int Repeats { get; init; } = 10;

    /// <summary>The seed of every random number; the same seed gives the same bits.</summary>
    public int Seed { get; init; }

    /// <summary>Features that are permuted together; empty to permute each by itself.</summary>
    public ImmutableArray<FeatureGroup<T>> Groups { get; init; } = [];

    /// <summary>
    /// Draws the values near each row, so that they fit to it better than those of any other row; null for values of other rows. The
    /// importance is then what the feature says beyond the others, as far as the neighborhood knows them.
    /// </summary>
    public INeighborhood<T>? Conditional { get; init; }

    private const int MostRepeats = 10_000;

    /// <summary>Measures the importance of features.</summary>
    /// <param name="model">A model with one output; choose one of several with <c>model.Output(...)</c>.</param>
    /// <param name="data">Rows with a target, best such as the model was not trained on.</param>
    /// <param name="progress">Learns after every batch how far it is.</param>
    /// <param name="cancellation">Ends the work early, also within a batch.</param>
    /// <exception cref="InvalidDatasetException">The rows have no target, or one that the model's output is not about.</exception>
    /// <exception cref="InvalidModelException">The model has several outputs, or an answer is not a finite number.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be, the loss does not fit, or the record has texts or images.</exception>
    public FeatureImportances<T> Measure(IModel<T> model, Dataset<T> data, IProgress<GlobalProgress>? progress = null, CancellationToken cancellation = default) =>
        Begin(model, data, progress, cancellation).Finish(model, cancellation);

    /// <summary>Measures the importance of features by a model that is awaited.</summary>
    /// <param name="model">A model with one output.</param>
    /// <param name="data">Rows with a target.</param>
    /// <param name="progress">Learns after every batch how far it is.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public ValueTask<FeatureImportances<T>> MeasureAsync(IAsyncModel<T> model, Dataset<T> data, IProgress<GlobalProgress>? progress = null, CancellationToken cancellation = default) =>
        Begin(model, data, progress, cancellation).FinishAsync(model, cancellation);

    /// <summary>Begins to measure the importance of features.</summary>
    /// <param name="model">What is known of the model; one output.</param>
    /// <param name="data">Rows with a target.</param>
    /// <param name="progress">Learns after every batch how far it is.</param>
    /// <param name="cancellation">Ends what the run itself computes.</param>
    public Run<T, FeatureImportances<T>> Begin(IModelInfo<T> model, Dataset<T> data, IProgress<GlobalProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        return new(Steps(model, data, progress, cancellation)) { Method = "PermutationImportance" };
    }

    /// <summary>What it will ask for. The model is not asked; options are checked.</summary>
    /// <param name="model">What is known of the model; one output.</param>
    /// <param name="data">Rows with a target.</param>
    public GlobalPlan Plan(IModelInfo<T> model, Dataset<T> data)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        _ = Check(model, data);
        (ChangedUnits<T>[] asked, _) = Asked(model);
        long rows = Conditional is null ? data.Count + RowsOf(asked, data).Sum(own => (long)own.Length * Repeats) : ConditionalQuestions<T>.CountOf(data.Count, asked.Length, Repeats);
        return new(Method, rows, Asking<T>.BatchesOf(rows), string.Create(CultureInfo.InvariantCulture, $"{data.Count} {Noun.Of(data.Count, "row as it is", "rows as they are")}, and {Repeats} {Noun.Of(Repeats, "time")} with other values of each of {asked.Length} {Noun.Of(asked.Length, Groups.IsDefaultOrEmpty ? "feature" : "group")}"));
    }

    private IEnumerable<RunStep<T, FeatureImportances<T>>> Steps(IModelInfo<T> model, Dataset<T> data, IProgress<GlobalProgress>? progress, CancellationToken cancellation)
    {
        AnswerLoss loss = Check(model, data);
        (ChangedUnits<T>[] asked, ChangedUnits<T>[] all) = Asked(model);
        int[][] rows = RowsOf(asked, data);
        PermutedQuestions<T>? permuted = Conditional is null ? new(data, loss, asked, rows, Repeats, Seed) : null;
        ConditionalQuestions<T>? conditional = Conditional is null ? null : new(data, loss, asked, Conditional, Repeats, Seed);
        IQuestions questions = permuted ?? (IQuestions)conditional!;
        foreach (RowBatch<T> batch in new Asking<T>(model, data, progress, questions.Count, cancellation).Ask(questions))
            yield return batch;

        FeatureImportance<T>[] importances = [.. all.Select(Of)];
        double[] losses = permuted?.Losses ?? conditional!.Losses;
        double baseline = losses.Average();
        yield return new FeatureImportances<T>
        {
            Loss = loss.Function,
            Baseline = baseline,
            BaselineError = losses.Length < 2 ? double.NaN : Math.Sqrt(losses.Sum(value => (value - baseline) * (value - baseline)) / (losses.Length - 1.0) / losses.Length),
            All = [.. importances],
            Rows = data.Count,
            Repeats = Repeats,
            Output = model.Outputs[0],
            Queries = questions.Count,
            IsConditional = Conditional is not null,
            Notes = [.. Notes(all, importances, loss)],
        };

        FeatureImportance<T> Of(ChangedUnits<T> changed)
        {
            int position = Array.IndexOf(asked, changed);
            if (position < 0)
                return new(changed.Name, changed.Features, 0, 0, data.Count, data.Count - 1);
            if (conditional?.Increase(position) is { } drawn)
                return new(changed.Name, changed.Features, drawn.Mean, drawn.StandardError, drawn.Rows, drawn.Rows - 1);
            (double mean, double error, double freedom) = permuted!.Increases[position];
            return new(changed.Name, changed.Features, mean, rows[position].Length < 2 ? double.NaN : error, rows[position].Length, freedom);
        }
    }

    private IEnumerable<string> Notes(ChangedUnits<T>[] all, FeatureImportance<T>[] importances, AnswerLoss loss)
    {
        if (loss.Clipped > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"{loss.Clipped} {Noun.Of(loss.Clipped, "answer gives", "answers give")} what is the case a probability below {loss.Least:G3}, and {Noun.Of(loss.Clipped, "counts", "count")} as that: the log loss depends on it");
        if (Conditional is null)
        {
            foreach (string note in all.SelectMany(changed => FeatureNotes.Of(changed.Changed)).Distinct())
                yield return note;
        }

        string[] lonely = [.. importances.Where(importance => importance.Rows < 2).Select(importance => importance.Name)];
        if (lonely.Length > 0)
            yield return $"fewer than 2 rows have a value of {NameList.Names(lonely)}, so nothing can be permuted";
    }

    /// <summary>What the model is asked about, and all that is reported: what it does not read has no importance.</summary>
    private (ChangedUnits<T>[] Asked, ChangedUnits<T>[] All) Asked(IModelInfo<T> model)
    {
        ChangedUnits<T>[] all = ChangedUnits<T>.Of(Groups, Method);
        return ([.. all.Where(changed => changed.AreRead(model))], all);
    }

    /// <summary>The rows that are changed; none where there is no other row to take values of.</summary>
    private static int[][] RowsOf(ChangedUnits<T>[] changed, Dataset<T> data) =>
        [.. changed.Select(one => Enumerable.Range(0, data.Count).Where(row => one.IsOpen(data.Encoded[row])).ToArray()).Select(rows => rows.Length < 2 ? [] : rows)];

    private AnswerLoss Check(IModelInfo<T> model, Dataset<T> data)
    {
        T.Schema.RequireTable("Permutation importance");
        model.RequireOneOutput();
        GlobalOptions.Require(Repeats, nameof(Repeats), Method, 1, MostRepeats);
        if (Loss is { } loss)
            GlobalOptions.Require(loss, nameof(Loss), Method);
        return AnswerLoss.Of(Loss, model, data, Method);
    }
}
