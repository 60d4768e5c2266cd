using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Numerics;
using TypedExplain.Training.Models;
using TypedExplain.Training.Networks;
using TypedExplain.Training.Trainers;

namespace TypedExplain.Training;

/// <summary>
/// ExpO (Plumb et al., 2020): trains a multi-layer perceptron for accuracy and, by a regularizer, for explanations that hold
/// in the neighborhood. Without a regularizer it is a plain trainer of perceptrons.
/// </summary>
/// <remarks>
/// Adam on minibatches; the epoch that is best on validation rows is kept, and training ends when none has been better for
/// long. The same options, rows and seed give the same model, bit for bit, on any machine.
/// </remarks>
/// <typeparam name="T">The record to learn from.</typeparam>
public sealed record ExpoTrainer<T>
    where T : IFeatureRecord<T>
{
    private const int UsualBatchSize = 128;

    /// <summary>The units of each hidden layer, each at least 1; none makes the model linear.</summary>
    [OptionRange(AtLeast = 1)]
    public ImmutableArray<int> HiddenUnits { get; init; } = [100, 100];

    /// <summary>The regularizer; null for none. To combine several, set <see cref="Regularizers"/>.</summary>
    public IRegularizer<T>? Regularizer
    {
        get => Regularizers.Length == 1 ? Regularizers[0] : null;
        init => Regularizers = value is null ? [] : [value];
    }

    /// <summary>All regularizers; their losses are added.</summary>
    public ImmutableArray<IRegularizer<T>> Regularizers { get; init; } = [];

    /// <summary>From what the λ of relative weights is taken.</summary>
    public Calibration Calibration { get; init; }

    /// <summary>Adam's step size; above 0.</summary>
    [OptionRange(Above = 0, Below = double.PositiveInfinity)]
    public double LearningRate { get; init; } = 0.001;

    /// <summary>Rows per step, at most as many as there are; null for 128, or for all where they are fewer.</summary>
    [OptionRange(AtLeast = 1)]
    public int? BatchSize { get; init; }

    /// <summary>Points per step that regularizers look around, at most as many as there are rows; null for 16, or for all where they are fewer.</summary>
    [OptionRange(AtLeast = 1)]
    public int? RegularizationBatchSize { get; init; }

    /// <summary>The most epochs; at least 1. An epoch takes as many steps as whole batches fit into the rows, but one at least.</summary>
    [OptionRange(AtLeast = 1)]
    public int MaxEpochs { get; init; } = 1000;

    /// <summary>Training does not end early before more epochs than this; 0 or more.</summary>
    [OptionRange(AtLeast = 0)]
    public int MinEpochs { get; init; } = 50;

    /// <summary>It ends when the best epoch is further back than this; 0 or more.</summary>
    [OptionRange(AtLeast = 0)]
    public int Patience { get; init; } = 50;

    /// <summary>By how much an epoch must lower the validation loss to be better; 0 or more.</summary>
    [OptionRange(AtLeast = 0, Below = double.PositiveInfinity)]
    public double Improvement { get; init; }

    /// <summary>Share of the rows that <see cref="Train(Dataset{T}, TrainingCheckpoint{T}?, IProgress{TrainingProgress}?, CancellationToken)"/> keeps for validation.</summary>
    [OptionRange(Above = 0, Below = 1)]
    public double ValidationFraction { get; init; } = 0.2;

    /// <summary>
    /// Whether regularizers look at other validation points after each epoch, as the authors' code does. By default they
    /// look at the same ones, so that epochs are compared without noise.
    /// </summary>
    public bool FreshValidationDraws { get; init; }

    /// <summary>Whether two classes get an output each (softmax) rather than one between them (logistic).</summary>
    public bool HasTwoLogits { get; init; }

    /// <summary>Called with a checkpoint every <see cref="CheckpointEpochs"/> epochs, on the training thread.</summary>
    public Action<TrainingCheckpoint<T>>? Checkpointed { get; init; }

    /// <summary>Epochs between checkpoints; at least 1.</summary>
    [OptionRange(AtLeast = 1)]
    public int CheckpointEpochs { get; init; } = 10;

    /// <summary>Seed of the first weights, the order of rows, the division and all neighbors.</summary>
    public int Seed { get; init; }

    /// <summary>
    /// The most threads that a step is divided among, at least 1; the model is the same, to the bit, with any. More than one
    /// pays for wide layers and many samples, where a step takes milliseconds. A regularizer of one's own is then called by
    /// several at once.
    /// </summary>
    [OptionRange(AtLeast = 1)]
    public int MaxThreads { get; init; } = 1;

    /// <summary>Trains a model; some of the rows are kept for validation.</summary>
    /// <param name="data">The rows with their targets: numbers, or classes.</param>
    /// <param name="from">A checkpoint of the same training to go on from.</param>
    /// <param name="progress">Told after each epoch.</param>
    /// <param name="cancellation">Ends training; the best model so far is given.</param>
    /// <exception cref="OperationCanceledException">The cancellation was asked for before an epoch was done.</exception>
    /// <exception cref="InvalidModelException">The checkpoint does not fit the training that it says it belongs to.</exception>
    /// <exception cref="InvalidDatasetException">The data have no target, or nothing to learn.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    /// <exception cref="MlpDivergedException{T}">A loss or a gradient became NaN or infinite.</exception>
    public Mlp<T> Train(Dataset<T> data, TrainingCheckpoint<T>? from = null, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (!(ValidationFraction > 0 && ValidationFraction < 1))
            throw Invalid(nameof(ValidationFraction), ValidationFraction, "between 0 and 1");
        if (Math.Round(data.Count * ValidationFraction) < 1 || Math.Round(data.Count * ValidationFraction) >= data.Count)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"ValidationFraction is {ValidationFraction}; of {data.Count} rows that leaves none to {(ValidationFraction < 0.5 ? "validate by" : "learn from")}. Give more rows, or validation rows of your own."));
        (Dataset<T> train, Dataset<T> validation) = data.Split(ValidationFraction, Seed);
        return Train(train, validation, from, progress, cancellation);
    }

    /// <summary>Trains a model.</summary>
    /// <param name="train">The rows to learn from, with their targets.</param>
    /// <param name="validation">The rows that decide when to stop, with targets of the same kind.</param>
    /// <param name="from">A checkpoint of the same training to go on from.</param>
    /// <param name="progress">Told after each epoch.</param>
    /// <param name="cancellation">Ends training; the best model so far is given.</param>
    /// <exception cref="OperationCanceledException">The cancellation was asked for before an epoch was done.</exception>
    /// <exception cref="InvalidModelException">The checkpoint does not fit the training that it says it belongs to.</exception>
    /// <exception cref="InvalidDatasetException">The data have no target, or nothing to learn.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    /// <exception cref="MlpDivergedException{T}">A loss or a gradient became NaN or infinite.</exception>
    public Mlp<T> Train(Dataset<T> train, Dataset<T> validation, TrainingCheckpoint<T>? from = null, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(validation);
        CheckOptions();
        OutputForm form = OutputForm.Of(train, HasTwoLogits);
        if (validation.Target is not { } target || !target.Classes.SequenceEqual(form.Classes))
            throw new InvalidDatasetException($"The validation rows have {(validation.Target is null ? "no target" : validation.Target.IsClass ? $"the classes {NameList.Names(validation.Target.Classes)}" : "numbers")} to predict, and the training rows {(form.Classes.IsEmpty ? "numbers" : $"the classes {NameList.Names(form.Classes)}")}; they must have the same.");
        AffineLayers.Check(nameof(HiddenUnits), [InputMap<T>.Width, .. HiddenUnits, form.Width]);
        TrainingPlan<T> plan = Plan(train, validation, form, isDescribed: from is not null || Checkpointed is not null);
        if (from is not null && from.Options != plan.Description)
            throw new InvalidOptionException($"The checkpoint belongs to another training:\n  {from.Options}\nand not to this one:\n  {plan.Description}");
        if (from is not null && !TrainingRun<T>.Fits(from.State, plan, form))
            throw new InvalidModelException($"The checkpoint of epoch {from.Epoch} holds {from.State.Parameters.Length} {Noun.Of(from.State.Parameters.Length, "parameter")} and {from.State.Lambdas.Length} regularizers, which are not those of the training that it says it belongs to; it is damaged.");
        return new TrainingRun<T>(plan, train, validation, form).Run(from?.State, Checkpointed, progress, cancellation);
    }

    private void CheckOptions()
    {
        if (HiddenUnits.IsDefault || HiddenUnits.Any(units => units < 1))
            throw new InvalidOptionException($"HiddenUnits is [{(HiddenUnits.IsDefault ? "" : string.Join(", ", HiddenUnits))}]; each layer must have at least 1 unit.");
        if (!(LearningRate > 0 && double.IsFinite(LearningRate)))
            throw Invalid(nameof(LearningRate), LearningRate, "above 0");
        if (!(Improvement >= 0 && double.IsFinite(Improvement)))
            throw Invalid(nameof(Improvement), Improvement, "0 or more");
        foreach ((string name, int value, int least) in new[] { (nameof(MaxEpochs), MaxEpochs, 1), (nameof(MinEpochs), MinEpochs, 0), (nameof(Patience), Patience, 0), (nameof(CheckpointEpochs), CheckpointEpochs, 1), (nameof(MaxThreads), MaxThreads, 1) })
        {
            if (value < least)
                throw Invalid(name, value, $"at least {least}");
        }

        if (Regularizers.IsDefault || Regularizers.Any(regularizer => regularizer is null))
            throw new InvalidOptionException("Regularizers holds no list, or a null; give an empty list for none.");
        foreach (IRegularizer<T> regularizer in Regularizers)
        {
            if (!(regularizer.Weight >= 0 && double.IsFinite(regularizer.Weight)))
                throw Invalid($"Weight of {regularizer.Name}", regularizer.Weight, "0 or more");
        }
    }

    private TrainingPlan<T> Plan(Dataset<T> train, Dataset<T> validation, OutputForm form, bool isDescribed)
    {
        int batch = Size(BatchSize, UsualBatchSize, nameof(BatchSize), train.Count);
        int points = Size(RegularizationBatchSize, 16, nameof(RegularizationBatchSize), train.Count);

        // What counts nothing is not worked on.
        ImmutableArray<IRegularizer<T>> regularizers = [.. Regularizers.Where(regularizer => regularizer.Weight > 0)];
        return new()
        {
            HiddenUnits = HiddenUnits,
            Regularizers = regularizers,
            LearningRate = LearningRate,
            BatchSize = batch,
            RegularizationBatchSize = points,
            MaxEpochs = MaxEpochs,
            MinEpochs = MinEpochs,
            Patience = Patience,
            Improvement = Improvement,
            Calibration = Calibration,
            FreshValidationDraws = FreshValidationDraws,
            CheckpointEpochs = CheckpointEpochs,
            Seed = Seed,
            MaxThreads = Math.Min(MaxThreads, StaticPartition.MostThreads),
            Description = isDescribed ? Describe(train, validation, form, regularizers, batch, points) : "",
        };
    }

    /// <summary>Every option and number that the course of training depends on; what goes on from a checkpoint must have the same.</summary>
    private string Describe(Dataset<T> train, Dataset<T> validation, OutputForm form, ImmutableArray<IRegularizer<T>> regularizers, int batch, int points)
    {
        ulong data = 0;
        foreach (Dataset<T> rows in new[] { train, validation })
            data = Hash64.Add(Hash64.Add(data, Hash64.Of(rows.Encoded.Values)), Hash64.Of(rows.Target!.Values.AsSpan()));
        return string.Create(CultureInfo.InvariantCulture, $"units [{string.Join(", ", HiddenUnits)}], {string.Join(" + ", regularizers.Select(regularizer => RegularizerPrint.Of(regularizer, train, form.Width)).DefaultIfEmpty("no regularizer"))}, {Calibration}, rate {LearningRate:R}, batch {batch}, points {points}, improvement {Improvement:R}, fresh draws {FreshValidationDraws}, two logits {HasTwoLogits}, seed {Seed}, data {data:X16}");
    }

    private static int Size(int? asked, int usual, string option, int rows)
    {
        if (asked < 1 || asked > rows)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"{option} is {asked}; it must be from 1 to {rows}, the training rows, or null for the usual number."));
        return asked ?? Math.Min(usual, rows);
    }

    private static InvalidOptionException Invalid(string option, double value, string allowed) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{option} is {value}; it must be {allowed}."));
}
