using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Training.Kernels;
using TypedExplain.Training.Models;
using TypedExplain.Training.Networks;
using TypedExplain.Training.SelfExplaining;
using TypedExplain.Training.Trainers;

namespace TypedExplain.Training;

/// <summary>
/// Trains self-explaining networks (Alvarez-Melis and Jaakkola, 2018) of two classes, whose concepts are the inputs
/// themselves: the model carries its own explanation, and a penalty holds the model to it.
/// </summary>
/// <remarks>Adam on minibatches; the epoch that is best on the validation rows is kept. The same options, rows and seed give the same bits.</remarks>
/// <typeparam name="T">The record to learn from.</typeparam>
public sealed record SennTrainer<T>
    where T : IFeatureRecord<T>
{
    /// <summary>The units of each hidden layer of the network that gives the coefficients; each at least 1.</summary>
    [OptionRange(AtLeast = 1)]
    public ImmutableArray<int> HiddenUnits { get; init; } = [10, 10, 5];

    /// <summary>How much the penalty ‖∇logit − coefficients‖² counts; 0 or more.</summary>
    [OptionRange(AtLeast = 0, Below = double.PositiveInfinity)]
    public double Robustness { get; init; } = 0.01;

    /// <summary>Adam's step size; above 0.</summary>
    [OptionRange(Above = 0, Below = double.PositiveInfinity)]
    public double LearningRate { get; init; } = 0.001;

    /// <summary>Rows per step, at most as many as there are; null for 64, or for all where they are fewer.</summary>
    [OptionRange(AtLeast = 1)]
    public int? BatchSize { get; init; }

    /// <summary>How many epochs; at least 1.</summary>
    [OptionRange(AtLeast = 1)]
    public int Epochs { get; init; } = 10;

    /// <summary>Whether the last epoch's parameters are kept rather than the best's, as in the published run.</summary>
    public bool KeepsLastEpoch { get; init; }

    /// <summary>Seed of the first weights and the order of rows.</summary>
    public int Seed { get; init; }

    /// <summary>Trains a model.</summary>
    /// <param name="train">The rows to learn from, with labels of two classes.</param>
    /// <param name="validation">The rows that decide which epoch is best, with the same classes.</param>
    /// <param name="cancellation">Ends training; the best model so far is given.</param>
    /// <exception cref="InvalidDatasetException">The target is not two classes, or one of them has no row.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    /// <exception cref="SennDivergedException{T}">A loss or a gradient became NaN or infinite.</exception>
    /// <exception cref="OperationCanceledException">The cancellation was asked for before an epoch was done.</exception>
    public Senn<T> Train(Dataset<T> train, Dataset<T> validation, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(validation);
        OutputForm form = OutputForm.Of(train, hasTwoLogits: false);
        Check(train, validation, form);
        int batch = BatchSize ?? Math.Min(64, train.Count);
        InputMap<T> map = InputMap<T>.Of(train);
        AffineLayers.Check(nameof(HiddenUnits), [map.Inputs, .. HiddenUnits, map.Inputs + 1]);
        TrainingRows<T> rows = new(train, map, form), others = new(validation, map, form);
        SennNetwork<float> network = new(map.Inputs, HiddenUnits);
        float[] parameters = new float[network.Theta.ParameterCount], gradient = new float[parameters.Length], best = [];
        network.Theta.Initialize(new RandomStream(Seed, "weights"), parameters);
        Adam<float> adam = new(parameters.Length, LearningRate);
        ShuffledOrder order = new(new RandomStream(Seed, "batches"), train.Count);
        int[] chosen = new int[batch];
        float[] inputs = new float[batch * map.Inputs];
        double[] targets = new double[batch];
        double bestTotal = double.PositiveInfinity;
        for (int epoch = 0, step = 0; epoch < Epochs; epoch++)
        {
            for (int i = 0; i < Math.Max(1, train.Count / batch); i++, step++)
            {
                if (cancellation.IsCancellationRequested)
                    return best.Length > 0 ? new(map, HiddenUnits, best, form.Classes) : throw new OperationCanceledException("Training was canceled before its first epoch was done, so there is no model yet.", cancellation);
                order.Fill((long)step * batch, chosen);
                rows.Gather(chosen, inputs, targets);
                gradient.AsSpan().Clear();
                (double loss, double held) = network.Evaluate(parameters, inputs, batch, targets, Robustness, gradient);
                if (!double.IsFinite(loss + (Robustness * held)) || !Elementwise.AreFinite<float>(gradient))
                    throw Diverged(epoch, i, loss + (Robustness * held));
                adam.Step(parameters, gradient);
            }

            (double data, double penalty) = network.Evaluate(parameters, others.Inputs.Span, others.Count, others.Targets, Robustness, default);
            double total = data + (Robustness * penalty);
            if (!double.IsFinite(total))
                throw Diverged(epoch, Math.Max(1, train.Count / batch) - 1, total);
            if (total < bestTotal || KeepsLastEpoch)
                (bestTotal, best) = (total, [.. parameters]);
        }

        return new(map, HiddenUnits, best, form.Classes);

        SennDivergedException<T> Diverged(int epoch, int step, double loss)
        {
            int layer = double.IsFinite(loss) ? -1 : network.FirstNotFinite;
            string where = layer >= 0 ? network.Theta.Layers[layer].Name : NonFiniteReport.In(network.Theta.Layers, loss, gradient);
            return new(epoch + 1, step + 1, where, this, best.Length == 0 ? null : new(map, HiddenUnits, best, form.Classes));
        }
    }

    private void Check(Dataset<T> train, Dataset<T> validation, OutputForm form)
    {
        if (form.Kind != LossKind.Logistic)
            throw new InvalidDatasetException($"A self-explaining network tells two classes apart; the target of the {train.Count} {Noun.Of(train.Count, "row")} of {T.Schema.Name} is {(form.Classes.IsEmpty ? "a number" : $"{form.Classes.Length} {Noun.Of(form.Classes.Length, "class", "classes")}")}.");
        if (validation.Target is not { } target || !target.Classes.SequenceEqual(form.Classes))
            throw new InvalidDatasetException("The validation rows must have the classes of the training rows.");
        if (HiddenUnits.IsDefault || HiddenUnits.Any(units => units < 1))
            throw new InvalidOptionException($"HiddenUnits is [{(HiddenUnits.IsDefault ? "" : string.Join(", ", HiddenUnits))}]; each layer must have at least 1 unit.");
        if (BatchSize < 1 || BatchSize > train.Count)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"BatchSize is {BatchSize}; it must be from 1 to {train.Count}, the training rows, or null for the usual number."));
        if (Epochs < 1)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Epochs is {Epochs}; it must be at least 1."));
        if (!(LearningRate > 0 && double.IsFinite(LearningRate)))
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"LearningRate is {LearningRate}; it must be above 0."));
        if (!(Robustness >= 0 && double.IsFinite(Robustness)))
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Robustness is {Robustness}; it must be 0 or more."));
    }
}
