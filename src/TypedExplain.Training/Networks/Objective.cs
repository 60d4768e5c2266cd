using System.Numerics;
using TypedExplain.Training.Kernels;

namespace TypedExplain.Training.Networks;

/// <summary>
/// The loss that training lowers: data loss + Σ λ·R. The rows of the data and of every regularizer go through the network
/// in one batch, there and back. One worker's own; not safe to share.
/// </summary>
internal sealed class Objective<TNumber>(INetwork<TNumber> network, LossKind kind, int threads = 1)
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private readonly Scratch<double> _predictions = new();
    private readonly Scratch<double> _gradients = new();
    private readonly Scratch<double> _weights = new();
    private readonly Scratch<double> _slopes = new();

    private readonly Scratch<double> _pointValues = new();
    private readonly ForwardBackward<TNumber> _pass = new(network, threads);

    /// <summary>What the layers answered last.</summary>
    public Activations<TNumber> Activations => _pass.Activations;

    /// <summary>The data loss and each regularizer, without its λ.</summary>
    public (double Data, double[] Regularizers) Evaluate(ReadOnlyMemory<TNumber> parameters, ReadOnlyMemory<TNumber> inputs, int dataRows, ReadOnlySpan<double> targets, IReadOnlyList<IPointLoss> losses, Memory<TNumber> gradient)
    {
        int outputs = network.Outputs, rows = dataRows + losses.Sum(loss => loss.Points * loss.RowsPerPoint);
        Memory<double> allPredictions = _predictions.TakeMemory(rows * outputs), allSlopes = _gradients.TakeMemory(rows * outputs);
        Span<double> predictions = allPredictions.Span, slopes = allSlopes.Span;
        Copy(_pass.Forward(parameters, inputs, rows), predictions);
        slopes.Clear();
        double data = dataRows == 0 ? 0 : DataLoss.Of(kind, predictions[..(dataRows * outputs)], targets, outputs, slopes[..(dataRows * outputs)]);

        double[] values = new double[losses.Count];
        int first = dataRows * outputs;
        for (int i = 0; i < losses.Count; i++)
        {
            int length = losses[i].Points * losses[i].RowsPerPoint * outputs;
            values[i] = length == 0
                ? Penalize(losses[i], parameters.Span, gradient.Span)
                : Around(losses[i], allPredictions.Slice(first, length), allSlopes.Slice(first, length));
            first += length;
        }

        if (!gradient.IsEmpty)
        {
            Span<TNumber> own = Activations.OutputGradient(rows);
            for (int i = 0; i < own.Length; i++)
                own[i] = TNumber.CreateTruncating(slopes[i]);
            _pass.Backward(parameters, inputs, rows, gradient);
        }

        return (data, values);
    }

    /// <summary>The mean over the points; the gradient is that of λ times it.</summary>
    private double Around(IPointLoss loss, ReadOnlyMemory<double> predictions, Memory<double> gradient)
    {
        Memory<double> values = _pointValues.TakeMemory(loss.Points);
        if (_pass.Threads == 1)
            Points(loss, 0, loss.Points, predictions.Span, gradient.Span, values.Span);
        else
            EachPoint(loss, predictions, gradient, values);
        double sum = 0;
        foreach (double value in values.Span)
            sum += value;
        return sum / loss.Points;
    }

    private void EachPoint(IPointLoss loss, ReadOnlyMemory<double> predictions, Memory<double> gradient, Memory<double> values) =>
        StaticPartition.Each(_pass.Threads, loss.Points, 1, (_, first, count) => Points(loss, first, count, predictions.Span, gradient.Span, values.Span));

    private static void Points(IPointLoss loss, int first, int count, ReadOnlySpan<double> predictions, Span<double> gradient, Span<double> values)
    {
        int length = predictions.Length / loss.Points;
        double factor = loss.Lambda / loss.Points;
        Span<double> own = gradient.Slice(first * length, count * length);
        loss.Losses(first, predictions.Slice(first * length, count * length), own, values.Slice(first, count));
        foreach (ref double slope in own)
            slope *= factor;
    }

    private double Penalize(IPointLoss loss, ReadOnlySpan<TNumber> parameters, Span<TNumber> gradient)
    {
        double sum = 0;
        foreach (LayerParameters layer in network.Layers)
        {
            ReadOnlySpan<TNumber> own = parameters[layer.Weights];
            Span<double> weights = _weights.Take(own.Length), slopes = _slopes.Take(own.Length);
            Copy(own, weights);
            slopes.Clear();
            sum += loss.Penalty(weights, slopes);
            if (gradient.IsEmpty)
                continue;
            Span<TNumber> to = gradient[layer.Weights];
            for (int i = 0; i < to.Length; i++)
                to[i] += TNumber.CreateTruncating(loss.Lambda * slopes[i]);
        }

        return sum;
    }

    private static void Copy(ReadOnlySpan<TNumber> from, Span<double> to)
    {
        for (int i = 0; i < to.Length; i++)
            to[i] = double.CreateTruncating(from[i]);
    }
}
