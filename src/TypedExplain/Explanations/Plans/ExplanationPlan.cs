using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using TypedExplain.Errors;
using TypedExplain.Explanations.Plans;
using TypedExplain.Models;
using TypedExplain.Numerics;

namespace TypedExplain;

/// <summary>What an explanation will cost, before the model is asked about a row. Made by <c>explainer.Plan(model, instance)</c>. Immutable.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class ExplanationPlan<T>
    where T : IFeatureRecord<T>
{
    private const int TrialRows = 8;

    private readonly IModelInfo<T> _model;
    private readonly ImmutableArray<(T Instance, PlannedWork<T> Work)> _parts;
    private readonly Lazy<(long Bytes, TimeSpan Own)> _rehearsed;

    internal ExplanationPlan(string method, IModelInfo<T> model, ImmutableArray<(T Instance, PlannedWork<T> Work)> parts)
    {
        (Method, _model, _parts) = (method, model, parts);
        _rehearsed = new(() => Rehearse(TimeProvider.System, default));
        Warnings = [.. parts.SelectMany(part => part.Work.Warnings).Distinct()];
    }

    private ExplanationPlan(ExplanationPlan<T> other, (long Bytes, TimeSpan Own) rehearsed, TimeSpan time, int asked)
        : this(other.Method, other._model, other._parts) => (_rehearsed, Time, CalibrationQueries) = (new(rehearsed), time, asked);

    /// <summary>The name of the method.</summary>
    public string Method { get; }

    /// <summary>How many instances it is for.</summary>
    public int Instances => _parts.Length;

    /// <summary>How many rows the model will be asked about, at most.</summary>
    public long Queries => _parts.Sum(part => part.Work.Most);

    /// <summary>How many rows it will be asked about at least.</summary>
    public long LeastQueries => _parts.Sum(part => part.Work.Least);

    /// <summary>Whether <see cref="Queries"/> is the number of rows, and not only a bound.</summary>
    public bool IsExact => Queries == LeastQueries;

    /// <summary>In how many batches they come at most, where each instance is explained by itself.</summary>
    public long Batches => _parts.Sum(part => part.Work.Batches);

    /// <summary>How the numbers come about, in words: which way the method goes and why.</summary>
    public string Way => _parts.IsEmpty ? "nothing is explained" : _parts[0].Work.Way;

    /// <summary>What would be cheaper or exact, in words.</summary>
    public ImmutableArray<string> Warnings { get; }

    /// <summary>
    /// The bytes of working memory that an explanation borrows at most, one at a time; the model's own are not known. Found, at the
    /// first use, by going through the explanation with made-up answers, which takes the time that it takes without the model.
    /// </summary>
    public long Bytes => _rehearsed.Value.Bytes;

    /// <summary>How long all of it takes one after the other, on the machine that <see cref="Calibrate"/> ran on; null before that.</summary>
    public TimeSpan? Time { get; }

    /// <summary>How many rows <see cref="Calibrate"/> has asked the model about.</summary>
    public int CalibrationQueries { get; }

    /// <summary>How many requests the batches are at most, where a model elsewhere is sent some rows at a time.</summary>
    private long Calls
    {
        get
        {
            for (IModelInfo<T>? model = _model; model is not null; model = (model as IWrappingModel<T>)?.Inner)
            {
                if (model is RemoteModel<T> remote)
                    return Batches + Math.Max(0, (Queries - Batches) / remote.BatchRows);
            }

            return Batches;
        }
    }

    /// <summary>
    /// The plan with an estimate of the time: the model is asked about the first instance once and about several of it in one
    /// batch, which tells what a batch and a row cost, and the explanation is gone through twice with made-up answers: what the first
    /// finds ready for all later ones is not counted. Of a bound on the rows it is a bound on the time.
    /// </summary>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="InvalidModelException">The model's answer is not a finite number, or the model can only be awaited.</exception>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    public ExplanationPlan<T> Calibrate(CancellationToken cancellation = default) => CalibrateBy(TimeProvider.System, cancellation);

    internal ExplanationPlan<T> CalibrateBy(TimeProvider clock, CancellationToken cancellation = default)
    {
        if (_parts.IsEmpty)
            return new(this, default, TimeSpan.Zero, 0);
        T instance = _parts[0].Instance;

        // The first call of a model pays for what all later ones find ready.
        _ = Seconds(clock, instance, 1, cancellation);
        double one = Seconds(clock, instance, 1, cancellation), several = Seconds(clock, instance, TrialRows, cancellation);
        double perRow = Math.Max(0, (several - one) / (TrialRows - 1)), perBatch = Math.Max(0, one - perRow);
        _ = Rehearse(clock, cancellation);
        (long Bytes, TimeSpan Own) rehearsed = Rehearse(clock, cancellation);
        return new(this, rehearsed, TimeSpan.FromSeconds((perBatch * Calls) + (perRow * Queries)) + rehearsed.Own, 2 + TrialRows);
    }

    /// <summary>
    /// Whether what is left of a budget is enough, for the bound where the number is not exact. A batch of which a
    /// <see cref="RemoteModel{T}"/> sends some rows at a time is several calls; repetitions of failed requests are not counted.
    /// </summary>
    /// <param name="budget">The budget.</param>
    public bool IsWithin(QueryBudget budget)
    {
        ArgumentNullException.ThrowIfNull(budget);
        return Queries <= budget.MaxRows - budget.Rows && Calls <= budget.MaxCalls - budget.Calls;
    }

    /// <summary>Rows, batches, memory and time, then how they come about and what would be better.</summary>
    public override string ToString()
    {
        StringBuilder text = new(Method);
        if (Instances != 1)
            text.Append(CultureInfo.InvariantCulture, $" of {Instances} {Noun.Of(Instances, "instance")}");
        text.Append(CultureInfo.InvariantCulture, $": {(IsExact ? "" : LeastQueries == 0 ? "at most " : $"{LeastQueries:N0} to ")}{Queries:N0} {Noun.Of(Queries, "row")} in {(IsExact ? "" : "at most ")}{Batches:N0} {Noun.Of(Batches, "batch", "batches")}");
        if (_rehearsed.IsValueCreated)
            text.Append(CultureInfo.InvariantCulture, $", {Bytes:N0} bytes of working memory");
        if (Time is { } time)
            text.Append(CultureInfo.InvariantCulture, $", about {time.TotalSeconds:G2} s ({CalibrationQueries} {Noun.Of(CalibrationQueries, "row")} asked to find out)");
        text.Append('\n').Append(Way);
        foreach (string warning in Warnings)
            text.Append("\n! ").Append(warning);
        return text.ToString();
    }

    /// <summary>How long the model takes for a batch; one with a memory in front of it without that, since the rows of an explanation are new to it.</summary>
    private double Seconds(TimeProvider clock, T instance, int rows, CancellationToken cancellation)
    {
        IModel<T> asked = _model as IModel<T> ?? throw new InvalidModelException($"The model of {T.Schema.Name} can only be awaited, and Calibrate calls it to see how long it takes. Time a request of it, and multiply by Batches.");
        for (IWrappingModel<T>? wrapping = _model as IWrappingModel<T>; wrapping is not null; wrapping = wrapping.Inner as IWrappingModel<T>)
            asked = wrapping is CachedModel<T> ? wrapping.Inner : asked;
        int columns = T.Schema.Columns;
        double[] encoded = new double[rows * columns], scores = new double[rows * asked.Outputs.Length];
        for (int row = 0; row < rows; row++)
            T.Schema.Encode(instance, encoded.AsSpan(row * columns, columns));
        EncodedRows<T> batch = new(encoded, new Schema.Rows.RowsAround<T>(instance, rows, own: 0));
        long start = clock.GetTimestamp();
        asked.ScoreAll(batch, scores, cancellation);
        return clock.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>Goes through the first explanation, which the others are alike in; their own time is in proportion to their rows.</summary>
    private (long Bytes, TimeSpan Own) Rehearse(TimeProvider clock, CancellationToken cancellation)
    {
        if (_parts.IsEmpty)
            return default;
        PlannedWork<T> work = _parts[0].Work;
        long before = Pooled.Measure(), start = clock.GetTimestamp();
        work.Rehearse(_model, cancellation);
        TimeSpan own = clock.GetElapsedTime(start) / work.Rehearsed;
        return (sizeof(double) * (Pooled.Most - before), own * (work.Most == 0 ? Instances : Queries / (double)work.Most));
    }
}
