using System.Globalization;
using TypedExplain.Training.Kernels;
using TypedExplain.Training.Networks;
using TypedExplain.Training.Trainers;

namespace TypedExplain.Training.Autoencoders;

/// <summary>One training of an autoencoder, epoch by epoch. It is a function of options and rows.</summary>
internal sealed class VaeTraining
{
    private readonly VaeTrainer _options;
    private readonly VaeLoss<float> _network;
    private readonly Adam<float> _adam;
    private readonly float[] _gradient;
    private readonly Scratch<float> _batch = new();
    private readonly Scratch<double> _noise = new();

    public VaeTraining(VaeTrainer options, int inputs)
    {
        _options = options;
        Shape = new(inputs, options.HiddenUnits, options.LatentSize);
        Parameters = new float[Shape.ParameterCount];
        _network = new(Shape);
        _adam = new(Parameters.Length, options.LearningRate);
        _gradient = new float[Parameters.Length];
        Initialize();
    }

    public VaeShape Shape { get; }

    public float[] Parameters { get; }

    /// <summary>Takes the steps of an epoch; null where cancellation ended it.</summary>
    public VaeEpoch? Run(ReadOnlySpan<float> rows, int epoch, CancellationToken cancellation)
    {
        int count = rows.Length / Shape.Inputs;
        int[] order = new int[count];
        new ShuffledOrder(new RandomStream(_options.Seed, "batches").For(epoch), count).Fill(0, order);
        RandomStream stream = new RandomStream(_options.Seed, "latent noise").For(epoch);
        double crossEntropy = 0, divergence = 0;
        for (int first = 0, step = 0; first < count; first += _options.BatchSize, step++)
        {
            if (cancellation.IsCancellationRequested)
                return null;
            int size = Math.Min(_options.BatchSize, count - first);
            Span<float> batch = _batch.Take(size * Shape.Inputs);
            for (int i = 0; i < size; i++)
                rows.Slice(order[first + i] * Shape.Inputs, Shape.Inputs).CopyTo(batch[(i * Shape.Inputs)..]);
            Span<double> noise = _noise.Take(size * Shape.LatentSize);
            stream.For(step).FillNormal(0, noise);

            _gradient.AsSpan().Clear();
            (double entropy, double own) = _network.Evaluate(Parameters, batch, noise, size, _gradient);
            if (!double.IsFinite(entropy + own) || !Elementwise.AreFinite<float>(_gradient))
                throw new InvalidModelException(string.Create(CultureInfo.InvariantCulture, $"Training diverged in epoch {epoch + 1}, step {step + 1}: {(double.IsFinite(entropy + own) ? "the gradient" : "the loss")} became NaN or infinite. Lower LearningRate, which is {_options.LearningRate}."));
            _adam.Step(Parameters, _gradient);
            crossEntropy += entropy;
            divergence += own;
        }

        return new(epoch + 1, crossEntropy / count, divergence / count);
    }

    /// <summary>Weights and biases uniform in ±1/√inputs of their layer.</summary>
    private void Initialize()
    {
        RandomStream stream = new(_options.Seed, "weights");
        int number = 0;
        foreach (VaeLayer layer in Shape.Encoder.Concat(Shape.Decoder))
        {
            Span<float> own = Parameters.AsSpan(layer.Place.Weights.Start.Value, layer.Outputs * (layer.Inputs + 1));
            double[] draws = new double[own.Length];
            stream.For(number++).FillUniform(0, draws);
            double bound = 1 / Math.Sqrt(layer.Inputs);
            for (int i = 0; i < draws.Length; i++)
                own[i] = (float)(bound * ((2 * draws[i]) - 1));
        }
    }
}
