using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Files;
using TypedExplain.Training.Autoencoders;

namespace TypedExplain.Training;

/// <summary>A trained variational autoencoder: rows as a few latent numbers with a spread, and the way back.</summary>
/// <remarks>
/// Immutable but for memory that threads lend each other, so safe to share. What becomes of a row depends on neither the
/// batch it is in nor the machine.
/// </remarks>
public sealed partial class Vae : IDescribed
{
    /// <summary>Rows at a time: enough to make packing the weights worth it, few enough to stay in the cache.</summary>
    private const int BlockRows = 256;

    private readonly VaeShape _shape;
    private readonly float[] _parameters;
    private readonly Lazy<string> _sha256;
    private readonly ConcurrentBag<VaeLoss<float>> _workers = [];

    internal Vae(VaeShape shape, float[] parameters, ImmutableArray<VaeEpoch> epochs)
    {
        (_shape, _parameters, Epochs) = (shape, parameters, epochs);
        _sha256 = new(() => ContentDigest.Of(Save));
    }

    /// <summary>Numbers per row.</summary>
    public int Inputs => _shape.Inputs;

    /// <summary>Latent numbers per row.</summary>
    public int LatentSize => _shape.LatentSize;

    /// <summary>The units of each hidden layer of the encoder.</summary>
    public ImmutableArray<int> HiddenUnits => _shape.HiddenUnits;

    /// <summary>What each epoch of training came to; empty for a model that was loaded.</summary>
    public ImmutableArray<VaeEpoch> Epochs { get; }

    /// <summary>The SHA-256 of what <see cref="Save(Stream)"/> writes: 64 hexadecimal digits.</summary>
    public string Sha256 => _sha256.Value;

    Description IDescribed.Describe() => Description.OfLibrary(nameof(Vae))
        .With("inputs", Inputs)
        .With("hiddenUnits", HiddenUnits.Select(units => (double)units).ToImmutableArray())
        .With("latentSize", LatentSize)
        .With("sha256", Sha256);

    /// <summary>The posterior of rows: mean and standard deviation of each latent number.</summary>
    /// <param name="rows">The rows, numbers from 0 to 1.</param>
    /// <param name="means">Where the means go: per row one per latent number.</param>
    /// <param name="deviations">Where the standard deviations go.</param>
    /// <exception cref="InvalidDatasetException">A number is not from 0 to 1, or they are no whole rows.</exception>
    public void Encode(ReadOnlySpan<float> rows, Span<double> means, Span<double> deviations)
    {
        int count = Rows(rows);
        RequireRoom(means.Length, count * LatentSize, nameof(means));
        RequireRoom(deviations.Length, count * LatentSize, nameof(deviations));
        VaeLoss<float> worker = Worker();
        for (int first = 0; first < count; first += BlockRows)
        {
            int block = Math.Min(BlockRows, count - first);
            ReadOnlySpan<float> codes = worker.Encode(_parameters, rows.Slice(first * Inputs, block * Inputs), block);
            for (int i = 0; i < block * LatentSize; i++)
                (means[(first * LatentSize) + i], deviations[(first * LatentSize) + i]) = worker.Posterior(codes, i);
        }

        _workers.Add(worker);
    }

    /// <summary>Rows from latent numbers.</summary>
    /// <param name="latent">The latent numbers of each row.</param>
    /// <param name="rows">Where the rows go: numbers from 0 to 1.</param>
    /// <exception cref="ArgumentException">There is not room for as many rows as there are latent ones.</exception>
    public void Decode(ReadOnlySpan<double> latent, Span<float> rows)
    {
        int count = latent.Length / LatentSize;
        if (latent.Length % LatentSize != 0)
            throw new ArgumentException($"{latent.Length} latent numbers are not a whole number of rows of {LatentSize}.", nameof(latent));
        RequireRoom(rows.Length, count * Inputs, nameof(rows));
        VaeLoss<float> worker = Worker();
        float[] block = new float[Math.Min(BlockRows, count) * LatentSize];
        for (int first = 0; first < count; first += BlockRows)
        {
            int size = Math.Min(BlockRows, count - first);
            for (int i = 0; i < size * LatentSize; i++)
                block[i] = (float)latent[(first * LatentSize) + i];
            VaeLoss<float>.Sigmoid(worker.Decode(_parameters, block.AsSpan(0, size * LatentSize), size), rows.Slice(first * Inputs, size * Inputs));
        }

        _workers.Add(worker);
    }

    /// <summary>Rows as the autoencoder gives them back, from the means of their latent numbers.</summary>
    /// <param name="rows">The rows, numbers from 0 to 1.</param>
    /// <param name="reconstructed">Where they go.</param>
    /// <exception cref="InvalidDatasetException">A number is not from 0 to 1, or they are no whole rows.</exception>
    public void Reconstruct(ReadOnlySpan<float> rows, Span<float> reconstructed)
    {
        double[] means = new double[Rows(rows) * LatentSize], deviations = new double[means.Length];
        RequireRoom(reconstructed.Length, rows.Length, nameof(reconstructed));
        Encode(rows, means, deviations);
        Decode(means, reconstructed);
    }

    /// <summary>
    /// Rows around one, as MeLIME draws them: z = μ + σ·ε + r·(u − ½), decoded, with μ and σ of the row, ε standard normal and u
    /// uniform from 0 to 1.
    /// </summary>
    /// <param name="instance">The row, numbers from 0 to 1.</param>
    /// <param name="radius">r, 0 or more: the width of what is added to the spread that the autoencoder itself sees. No bound of distances.</param>
    /// <param name="stream">Random numbers; the first rows of many are those of few.</param>
    /// <param name="samples">Where the rows go; as many as there is room for.</param>
    /// <exception cref="InvalidDatasetException">A number is not from 0 to 1, or they are not one row.</exception>
    /// <exception cref="InvalidOptionException">The radius is not 0 or more.</exception>
    public void Sample(ReadOnlySpan<float> instance, [OptionRange(AtLeast = 0)] double radius, RandomStream stream, Span<float> samples)
    {
        if (instance.Length != Inputs)
            throw new InvalidDatasetException($"{instance.Length} numbers are not one row of {Inputs}.");
        if (!(radius >= 0 && double.IsFinite(radius)))
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"The radius of the autoencoder's samples is {radius}; it must be 0 or more."));
        if (samples.Length % Inputs != 0)
            throw new ArgumentException($"There is room for {samples.Length} numbers, which are not a whole number of rows of {Inputs}.", nameof(samples));
        double[] means = new double[LatentSize], deviations = new double[LatentSize];
        Encode(instance, means, deviations);
        double[] latent = new double[samples.Length / Inputs * LatentSize], moves = new double[latent.Length];
        stream.For(0).FillNormal(0, latent);
        stream.For(1).FillUniform(0, moves);
        for (int i = 0; i < latent.Length; i++)
            latent[i] = means[i % LatentSize] + (deviations[i % LatentSize] * latent[i]) + (radius * (moves[i] - 0.5));
        Decode(latent, samples);
    }

    /// <summary>The layers.</summary>
    public override string ToString() => $"Vae {Inputs}×{string.Join('×', HiddenUnits)}→{LatentSize}";

    internal static void CheckRange(ReadOnlySpan<float> rows, int inputs)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            if (!(rows[i] is >= 0 and <= 1))
                throw new InvalidDatasetException(string.Create(CultureInfo.InvariantCulture, $"Number {i % inputs} of row {i / inputs} is {rows[i]}; an autoencoder takes numbers from 0 to 1. Divide bytes by 255."));
        }
    }

    private int Rows(ReadOnlySpan<float> rows)
    {
        if (rows.Length % Inputs != 0)
            throw new InvalidDatasetException($"{rows.Length} numbers are not a whole number of rows of {Inputs}.");
        CheckRange(rows, Inputs);
        return rows.Length / Inputs;
    }

    private VaeLoss<float> Worker() => _workers.TryTake(out VaeLoss<float>? idle) ? idle : new(_shape);

    private static void RequireRoom(int room, int needed, string name)
    {
        if (room != needed)
            throw new ArgumentException($"There is room for {room} numbers; it must be {needed}.", name);
    }
}
