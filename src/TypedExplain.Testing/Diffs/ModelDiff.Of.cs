using TypedExplain.Errors;
using TypedExplain.Testing.Diffs;
using TypedExplain.Testing.Reasons;

namespace TypedExplain.Testing;

public sealed partial class ModelDiff<T>
{
    private const string Owner = "The model diff";

    // The p value up to which a change is the model's, over all lines that are tested together.
    private const double Level = 0.05;

    // First reason, first k reasons, directions.
    private const int Statements = 3;

    /// <summary>Compares two models over instances. The result depends on neither the number of threads nor the order of instances.</summary>
    /// <param name="before">The model that is in use; one output.</param>
    /// <param name="after">The model that is to follow it; one output.</param>
    /// <param name="instances">The instances; at least one.</param>
    /// <param name="explainer">The explainer with a seed: <c>seed => lime with { Seed = seed }</c>. Where it gives equal explainers for different seeds, each model is explained once.</param>
    /// <param name="options">How they are compared.</param>
    /// <param name="cancellation">Ends the work early; there is no diff then.</param>
    /// <exception cref="InvalidOptionException">An option is outside what it may be, the record has no feature that may be a reason, or <paramref name="explainer"/> does not pass its seed on.</exception>
    /// <exception cref="InvalidDatasetException">There is no instance, or none that could be explained under all seeds of both models.</exception>
    /// <exception cref="TypedExplainException">No instance could be explained by one of the models: the error of the first.</exception>
    /// <exception cref="OperationCanceledException">The work was ended.</exception>
    public static ModelDiff<T> Of(IModel<T> before, IModel<T> after, IReadOnlyList<T> instances, Func<int, IExplainer<T>> explainer, ModelDiffOptions<T>? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(instances);
        ArgumentNullException.ThrowIfNull(explainer);
        options ??= new();
        options.Check();
        Given.Any(instances.Count, "instances", Owner);
        if (T.Schema.Features.IsEmpty)
            throw new InvalidOptionException($"{Owner} was given instances of {T.Schema.Name}, which has texts and images only and no feature that may be a reason; compare models of a record with features.");
        SeededRuns<T> first = SeededRuns<T>.Of(Owner, "before", explainer, before, instances, options.FirstSeed, options.Seeds, cancellation);
        SeededRuns<T> second = SeededRuns<T>.Of(Owner, "after", explainer, after, instances, options.FirstSeedAfter ?? options.FirstSeed, options.Seeds, cancellation);
        FailedInstance[] failed = [.. first.Failed.Concat(second.Failed).DistinctBy(failure => failure.Row).OrderBy(failure => failure.Row)];
        int[] rows = [.. Enumerable.Range(0, instances.Count).Except(failed.Select(failure => failure.Row))];
        if (rows.Length == 0)
            throw new InvalidDatasetException($"{Owner} was given {instances.Count} {Noun.Of(instances.Count, "instance")} of {T.Schema.Name}, of which none could be explained under all seeds of both models; the first is {failed[0]}");
        return new Pairs(options, instances, rows, first, second).Diff(failed);
    }

    /// <summary>The same over the rows of a data set.</summary>
    /// <param name="before">The model that is in use; one output.</param>
    /// <param name="after">The model that is to follow it; one output.</param>
    /// <param name="instances">The instances.</param>
    /// <param name="explainer">The explainer with a seed.</param>
    /// <param name="options">How they are compared.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="InvalidOptionException">An option is outside what it may be, the record has no feature that may be a reason, or <paramref name="explainer"/> does not pass its seed on.</exception>
    /// <exception cref="TypedExplainException">No instance could be explained by one of the models: the error of the first.</exception>
    /// <exception cref="OperationCanceledException">The work was ended.</exception>
    public static ModelDiff<T> Of(IModel<T> before, IModel<T> after, Dataset<T> instances, Func<int, IExplainer<T>> explainer, ModelDiffOptions<T>? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(instances);
        return Of(before, after, instances.Rows, explainer, options, cancellation);
    }

    /// <summary>The reasons of both models for the same instances, from which all is counted.</summary>
    private sealed class Pairs
    {
        private readonly ModelDiffOptions<T> _options;
        private readonly IExplainer<T> _explainer;
        private readonly (RankedReasons<T>[] Before, RankedReasons<T>[] After)[] _reasons;
        private readonly InstanceDiff<T>[] _instances;
        private readonly double[][] _columns;
        private readonly bool _isExact;

        public Pairs(ModelDiffOptions<T> options, IReadOnlyList<T> instances, int[] rows, SeededRuns<T> before, SeededRuns<T> after)
        {
            (_options, _explainer, _isExact) = (options, before.Explainer, before.Agree && after.Agree);
            _reasons = Array.ConvertAll(rows, row => (before[row]!, after[row]!));
            _columns = Array.ConvertAll(rows, row => Encoded(instances[row]));
            _instances = [.. rows.Select((row, i) => Instance(row, instances[row], _reasons[i].Before, _reasons[i].After))];
        }

        public ModelDiff<T> Diff(FailedInstance[] failed)
        {
            double[] changes = Array.ConvertAll(_instances, instance => Math.Abs(instance.PredictionAfter - instance.PredictionBefore));
            int[] all = [.. Enumerable.Range(0, _instances.Length)];
            (string Value, Feature<T> Feature, int[] Rows)[] segments =
                [.. (_options.Segments.IsDefault ? [] : _options.Segments).SelectMany(feature => Segmentation.Of(feature, _columns, _options.Bins).Select(segment => (segment.Value, feature, segment.Rows)))];
            return new(_options, _explainer, _isExact, Count(all, IsOtherFirst, Statements), Count(all, IsOtherTop, Statements), Count(all, IsTurned, Statements))
            {
                Instances = [.. _instances],
                Failed = [.. failed],
                Prediction = Predictions(all),
                MeanPredictionChange = changes.Sum() / changes.Length,
                LargestPredictionChange = changes.Max(),
                Features = [.. T.Schema.Features.Select(feature => Of(feature, 2 * T.Schema.Features.Length))],
                Segments = [.. segments.Select(segment => Of(segment.Feature, segment.Value, segment.Rows, Statements * segments.Length))],
            };
        }

        private InstanceDiff<T> Instance(int row, T instance, RankedReasons<T>[] before, RankedReasons<T>[] after) => new(row, InstanceText.Of(row, instance))
        {
            Key = InstanceText.KeyOf(instance),
            PredictionBefore = before[0].Prediction,
            PredictionAfter = after[0].Prediction,
            IsPredictionChanged = Math.Abs(after[0].Prediction - before[0].Prediction) > _options.Tolerance,
            FirstReason = new Tally<T>(IsOtherFirst).Add(before, after),
            TopReasons = new Tally<T>(IsOtherTop).Add(before, after),
            Direction = new Tally<T>(IsTurned).Add(before, after),
            ReasonsBefore = [.. before[0].TopFeatures(_options.TopReasons)],
            ReasonsAfter = [.. after[0].TopFeatures(_options.TopReasons)],
            Turned = [.. before[0].TopFeatures(_options.TopReasons).Where(feature => Turns(feature).Add(before, after) == ReasonVerdict.Changed)],
        };

        private FeatureDiff<T> Of(Feature<T> feature, int lines)
        {
            Tally<T> reason = new((one, other) => one.IsTopOfOne(other, _options.TopReasons, feature.Index)), direction = Turns(feature);
            int entered = 0, left = 0;
            foreach ((RankedReasons<T>[] before, RankedReasons<T>[] after) in _reasons)
            {
                _ = direction.Add(before, after);
                if (reason.Add(before, after) != ReasonVerdict.Changed)
                    continue;
                entered += after[0].Top(_options.TopReasons).Contains(feature.Index) ? 1 : 0;
                left += before[0].Top(_options.TopReasons).Contains(feature.Index) ? 1 : 0;
            }

            return new(feature, reason.Result(_isExact, Level / lines), direction.Result(_isExact, Level / lines))
            {
                FirstBefore = _reasons.Count(pair => Array.TrueForAll(pair.Before, reasons => reasons.Top(1).Contains(feature.Index))),
                FirstAfter = _reasons.Count(pair => Array.TrueForAll(pair.After, reasons => reasons.Top(1).Contains(feature.Index))),
                Entered = entered,
                Left = left,
            };
        }

        private SegmentDiff<T> Of(Feature<T> feature, string value, int[] rows, int lines) =>
            new(feature, value, Predictions(rows), Count(rows, IsOtherFirst, lines), Count(rows, IsOtherTop, lines), Count(rows, IsTurned, lines));

        private Share Predictions(int[] rows) => new(rows.Count(row => _instances[row].IsPredictionChanged), rows.Length);

        private ReasonChange Count(int[] rows, Func<RankedReasons<T>, RankedReasons<T>, bool> differ, int lines)
        {
            Tally<T> tally = new(differ);
            foreach (int row in rows)
                _ = tally.Add(_reasons[row].Before, _reasons[row].After);
            return tally.Result(_isExact, Level / lines);
        }

        private bool IsOtherFirst(RankedReasons<T> one, RankedReasons<T> other) => one.HasOtherTop(other, 1);

        private bool IsOtherTop(RankedReasons<T> one, RankedReasons<T> other) => one.HasOtherTop(other, _options.TopReasons);

        private bool IsTurned(RankedReasons<T> one, RankedReasons<T> other) => one.HasTurned(other, _options.TopReasons);

        private Tally<T> Turns(Feature<T> feature) => new((one, other) => one.IsTurned(other, _options.TopReasons, feature.Index));

        private static double[] Encoded(T instance)
        {
            double[] columns = new double[T.Schema.Columns];
            T.Schema.Encode(instance, columns);
            return columns;
        }
    }
}
