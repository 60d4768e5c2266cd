using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using TypedExplain.Training.Autoencoders;
using TypedExplain.Training.Networks;

namespace TypedExplain.Training;

/// <summary>
/// Trains variational autoencoders (Kingma and Welling, 2014) as MeLIME uses them: affine layers with ELU, a normal
/// distribution of latent numbers, and as loss the binary cross-entropy plus the divergence from the standard normal.
/// </summary>
/// <remarks>
/// Adam on minibatches. The epoch with the lowest mean loss is kept, which usually is the last. The same options, rows and
/// seed give the same model, bit for bit, on any machine.
/// </remarks>
public sealed record VaeTrainer
{
    /// <summary>The units of each hidden layer of the encoder, each at least 1; the decoder has them in reverse.</summary>
    [OptionRange(AtLeast = 1)]
    public ImmutableArray<int> HiddenUnits { get; init; } = [400, 400];

    /// <summary>How many latent numbers a row has; at least 1.</summary>
    [OptionRange(AtLeast = 1)]
    public int LatentSize { get; init; } = 12;

    /// <summary>Adam's step size; above 0.</summary>
    [OptionRange(Above = 0, Below = double.PositiveInfinity)]
    public double LearningRate { get; init; } = 0.001;

    /// <summary>Rows per step; at least 1. The last step of an epoch takes those that are left.</summary>
    [OptionRange(AtLeast = 1)]
    public int BatchSize { get; init; } = 128;

    /// <summary>How many epochs; at least 1.</summary>
    [OptionRange(AtLeast = 1)]
    public int Epochs { get; init; } = 10;

    /// <summary>Seed of the first weights, the order of rows and the latent noise.</summary>
    public int Seed { get; init; }

    /// <summary>Trains an autoencoder.</summary>
    /// <param name="rows">The rows, one after the other, such as images: numbers from 0 to 1.</param>
    /// <param name="inputs">Numbers per row.</param>
    /// <param name="progress">Told after each epoch.</param>
    /// <param name="cancellation">Ends training after a step; the best epoch so far is given.</param>
    /// <exception cref="InvalidDatasetException">The numbers are not a whole number of rows of that length, or not from 0 to 1.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    /// <exception cref="OperationCanceledException">The cancellation was asked for before an epoch was done.</exception>
    /// <exception cref="InvalidModelException">The loss or a gradient became NaN or infinite.</exception>
    public Vae Train(ReadOnlySpan<float> rows, int inputs, IProgress<VaeProgress>? progress = null, CancellationToken cancellation = default)
    {
        Check(rows, inputs);
        AffineLayers.Check(LatentSize > 1 << 20 ? nameof(LatentSize) : nameof(HiddenUnits), [inputs, .. HiddenUnits, (int)Math.Min(2L * LatentSize, int.MaxValue)]);
        VaeTraining training = new(this, inputs);
        float[] best = training.Parameters;
        List<VaeEpoch> epochs = [];
        int bestEpoch = 0;
        long started = Stopwatch.GetTimestamp();
        while (epochs.Count < Epochs && training.Run(rows, epochs.Count, cancellation) is { } epoch)
        {
            epochs.Add(epoch);
            if (bestEpoch == 0 || epoch.Loss < epochs[bestEpoch - 1].Loss)
                (best, bestEpoch) = ([.. training.Parameters], epoch.Epoch);
            TimeSpan elapsed = Stopwatch.GetElapsedTime(started);
            progress?.Report(new(epoch, Epochs, elapsed, elapsed / epochs.Count * (Epochs - epochs.Count)));
        }

        if (bestEpoch == 0)
            throw new OperationCanceledException("Training was canceled before its first epoch was done, so there is no model yet.", cancellation);
        return new(training.Shape, best, [.. epochs]);
    }

    private void Check(ReadOnlySpan<float> rows, int inputs)
    {
        if (HiddenUnits.IsDefaultOrEmpty || HiddenUnits.Any(units => units < 1))
            throw new InvalidOptionException($"HiddenUnits is [{(HiddenUnits.IsDefault ? "" : string.Join(", ", HiddenUnits))}]; there must be a layer, and each must have at least 1 unit.");
        foreach ((string name, int value) in new[] { (nameof(LatentSize), LatentSize), (nameof(BatchSize), BatchSize), (nameof(Epochs), Epochs) })
        {
            if (value < 1)
                throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; it must be at least 1."));
        }

        if (!(LearningRate > 0 && double.IsFinite(LearningRate)))
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"LearningRate is {LearningRate}; it must be above 0."));
        if (inputs < 1 || rows.IsEmpty || rows.Length % inputs != 0)
            throw new InvalidDatasetException($"{rows.Length} numbers are not a whole number of rows of {inputs}; there must be at least 1 row.");
        Vae.CheckRange(rows, inputs);
    }
}
