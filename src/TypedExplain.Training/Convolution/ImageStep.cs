using TypedExplain.Training.Networks;

namespace TypedExplain.Training.Convolution;

/// <summary>One step over a batch of images and a neighbor of each, which go through the network together.</summary>
internal sealed class ImageStep(ConvolutionalNetwork<float> network, int batch, bool hasNeighbors, int threads = 1)
{
    private readonly ForwardBackward<float> _pass = new(network, threads);
    private readonly float[] _pixels = new float[(hasNeighbors ? 2 : 1) * batch * network.Inputs];
    private readonly double[] _logits = new double[(hasNeighbors ? 2 : 1) * batch * network.Outputs];
    private readonly double[] _slopes = new double[(hasNeighbors ? 2 : 1) * batch * network.Outputs];
    private readonly double[] _targets = new double[batch];

    private int Rows => hasNeighbors ? 2 * batch : batch;

    /// <summary>Where the last step first was not finite.</summary>
    public string Where(double loss, ReadOnlySpan<float> gradient) =>
        !double.IsFinite(loss) && _pass.Activations.FirstNotFinite(Rows) is var layer and >= 0 ? network.Layers[layer].Name : NonFiniteReport.In(network.Layers, loss, gradient);

    /// <summary>Cross-entropy + λ·(mean squared difference of logits), and its gradient.</summary>
    public double Evaluate(ReadOnlyMemory<float> parameters, LabeledImages images, ReadOnlySpan<int> rows, double lambda, double radius, RandomStream stream, Memory<float> gradient)
    {
        int half = batch * network.Outputs;
        for (int i = 0; i < rows.Length; i++)
        {
            images[rows[i]].CopyTo(_pixels.AsSpan(i * network.Inputs));
            _targets[i] = images.Labels[rows[i]];
        }

        if (hasNeighbors)
            ImageTrainer.Move(_pixels.AsSpan(0, batch * network.Inputs), radius, stream, _pixels.AsSpan(batch * network.Inputs));
        ReadOnlySpan<float> outputs = _pass.Forward(parameters, _pixels, Rows);
        for (int i = 0; i < outputs.Length; i++)
            _logits[i] = outputs[i];
        double loss = DataLoss.Of(LossKind.Softmax, _logits.AsSpan(0, half), _targets, network.Outputs, _slopes.AsSpan(0, half));
        for (int i = 0; hasNeighbors && i < half; i++)
        {
            double off = _logits[half + i] - _logits[i];
            loss += lambda * off * off / half;
            _slopes[half + i] = 2 * lambda * off / half;
            _slopes[i] -= _slopes[half + i];
        }

        Span<float> own = _pass.Activations.OutputGradient(Rows);
        for (int i = 0; i < own.Length; i++)
            own[i] = (float)_slopes[i];
        gradient.Span.Clear();
        _pass.Backward(parameters, _pixels, Rows, gradient);
        return loss;
    }
}
