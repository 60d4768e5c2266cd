using System.Numerics;

namespace TypedExplain.Training;

/// <summary>
/// The loss that training lowers: data loss + Σ λ·R. The rows of the data and of every regularizer go through the network
/// in one batch, there and back. One worker's own; not safe to share.
/// </summary>
internal sealed class Objective<TNumber>(INetwork<TNumber> network, LossKind kind)
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private readonly Scratch<double> _predictions = new();
    private readonly Scratch<double> _gradients = new();
    private readonly Scratch<double> _weights = new();
    private readonly Scratch<double> _slopes = new();

    /// <summary>What the layers answered last.</summary>
    public Activations<TNumber> Activations { get; } = network.CreateActivations();

    /// <summary>The data loss and each regularizer, without its λ.</summary>
    public (double Data, double[] Regularizers) Evaluate(ReadOnlySpan<TNumber> parameters, ReadOnlySpan<TNumber> inputs, int dataRows, ReadOnlySpan<double> targets, IReadOnlyList<IPointLoss> losses, Span<TNumber> gradient)
    {
        int outputs = network.Outputs, rows = dataRows + losses.Sum(loss => loss.Points * loss.RowsPerPoint);
        Span<double> predictions = _predictions.Take(rows * outputs), slopes = _gradients.Take(rows * outputs);
        Copy(network.Forward(parameters, inputs, rows, Activations), predictions);
        slopes.Clear();
        double data = dataRows == 0 ? 0 : DataLoss.Of(kind, predictions[..(dataRows * outputs)], targets, outputs, slopes[..(dataRows * outputs)]);

        double[] values = new double[losses.Count];
        int first = dataRows * outputs;
        for (int i = 0; i < losses.Count; i++)
        {
            int length = losses[i].Points * losses[i].RowsPerPoint * outputs;
            values[i] = length == 0
                ? Penalize(losses[i], parameters, gradient)
                : Around(losses[i], predictions.Slice(first, length), slopes.Slice(first, length));
            first += length;
        }

        if (!gradient.IsEmpty)
        {
            Span<TNumber> own = Activations.OutputGradient(rows);
            for (int i = 0; i < own.Length; i++)
                own[i] = TNumber.CreateTruncating(slopes[i]);
            network.Backward(parameters, inputs, rows, Activations, gradient, default);
        }

        return (data, values);
    }

    /// <summary>The mean over the points; the gradient is that of λ times it.</summary>
    private static double Around(IPointLoss loss, ReadOnlySpan<double> predictions, Span<double> gradient)
    {
        int length = predictions.Length / loss.Points;
        double sum = 0;
        for (int point = 0; point < loss.Points; point++)
            sum += loss.Loss(point, predictions.Slice(point * length, length), gradient.Slice(point * length, length));
        double factor = loss.Lambda / loss.Points;
        foreach (ref double slope in gradient)
            slope *= factor;
        return sum / loss.Points;
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
