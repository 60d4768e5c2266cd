using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using TypedExplain.Training.Kernels;
using TypedExplain.Training.Networks;

namespace TypedExplain.Training.Convolution;

/// <summary>
/// Convolutions and then affine layers, a rectifier between all of them, the last one linear. Images and parameters lie
/// row, column, channel; a kernel row, column, input channel, output channel.
/// </summary>
internal sealed class ConvolutionalNetwork<TNumber> : INetwork<TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private const double InitialDeviation = 0.1;
    private const double InitialBias = 0.1;
    private const int PatchesTogether = 256;

    private readonly ImmutableArray<ConvolutionShape> _convolutions;

    /// <summary>Inputs and outputs of each layer's product, convolutions first.</summary>
    private readonly (int Inputs, int Outputs)[] _products;

    /// <param name="convolutions">The convolutions; each takes what the one before gives.</param>
    /// <param name="units">The units of each affine layer, the outputs last.</param>
    public ConvolutionalNetwork(ImmutableArray<ConvolutionShape> convolutions, ImmutableArray<int> units)
    {
        _convolutions = convolutions;
        int flat = convolutions[^1].Places * convolutions[^1].Filters;
        _products = [.. convolutions.Select(shape => (shape.Patch, shape.Filters)), .. units.Select((count, i) => (i == 0 ? flat : units[i - 1], count))];
        List<LayerParameters> layers = [];
        for (int layer = 0; layer < _products.Length; layer++)
        {
            int weights = ParameterCount, biases = weights + (_products[layer].Inputs * _products[layer].Outputs);
            ParameterCount = biases + _products[layer].Outputs;
            string kind = layer < convolutions.Length ? "convolution" : "affine layer";
            layers.Add(new(string.Create(CultureInfo.InvariantCulture, $"layer {layer + 1} of {_products.Length} ({kind})"), weights..biases, biases..ParameterCount));
        }

        Layers = layers;
    }

    public int Inputs => _convolutions[0].Inputs;

    public int Outputs => _products[^1].Outputs;

    public int ParameterCount { get; }

    public IReadOnlyList<LayerParameters> Layers { get; }

    /// <summary>Weights normal with deviation 0.1, drawn again where beyond two deviations; biases 0.1.</summary>
    public void Initialize(RandomStream stream, Span<TNumber> parameters)
    {
        parameters.Fill(TNumber.CreateTruncating(InitialBias));
        for (int layer = 0; layer < Layers.Count; layer++)
        {
            Span<TNumber> weights = parameters[Layers[layer].Weights];
            double[] draws = new double[RandomStream.BlockLength];
            for (int filled = 0, block = 0; filled < weights.Length; block++)
            {
                stream.For(layer).FillNormal((long)block * draws.Length, draws);
                foreach (double draw in draws)
                {
                    if (Math.Abs(draw) <= 2 && filled < weights.Length)
                        weights[filled++] = TNumber.CreateTruncating(InitialDeviation * draw);
                }
            }
        }
    }

    public Activations<TNumber> CreateActivations() => new([.. Enumerable.Range(0, _products.Length).Select(Width)]);

    public Span<TNumber> Forward(ReadOnlySpan<TNumber> parameters, ReadOnlySpan<TNumber> inputs, int rows, Activations<TNumber> activations)
    {
        ReadOnlySpan<TNumber> from = inputs[..(rows * Inputs)];
        Span<TNumber> to = default;
        for (int layer = 0; layer < _products.Length; layer++)
        {
            to = activations.Layer(layer, rows);
            (int inputWidth, int outputs) = _products[layer];
            ReadOnlySpan<TNumber> weights = parameters[Layers[layer].Weights];
            int group = Group(layer, rows), lines = LinesPerRow(layer);
            for (int row = 0; row < rows; row += group)
            {
                int count = Math.Min(group, rows - row);
                DenseProduct.Forward(Lines(layer, from, row, count, activations), count * lines, inputWidth, outputs, weights, to.Slice(row * lines * outputs, count * lines * outputs), activations.Packed);
            }

            Elementwise.AddBias(to, parameters[Layers[layer].Biases], TNumber.Zero, layer < _products.Length - 1);
            from = to;
        }

        return to;
    }

    public void CarryBack(ReadOnlySpan<TNumber> parameters, int rows, Activations<TNumber> activations, Span<TNumber> inputGradient)
    {
        for (int layer = _products.Length - 1; layer >= 0; layer--)
        {
            Span<TNumber> own = activations.Gradient(layer, rows), below = layer == 0 ? inputGradient : activations.Gradient(layer - 1, rows);
            if (below.IsEmpty)
                return;
            (int width, int outputs) = _products[layer];
            if (layer >= _convolutions.Length)
                DenseProduct.Back(own, rows, width, outputs, parameters[Layers[layer].Weights], below, activations.Packed);
            else
                Fold(layer, own, rows, parameters, below, activations);
            if (layer > 0)
                Elementwise.MultiplyBySlope(below, activations.Layer(layer - 1, rows), TNumber.Zero);
        }
    }

    public void AddGradient(int layer, int part, int parts, ReadOnlySpan<TNumber> inputs, int rows, Activations<TNumber> activations, Span<TNumber> gradient)
    {
        ReadOnlySpan<TNumber> from = layer == 0 ? inputs[..(rows * Inputs)] : activations.Layer(layer - 1, rows), own = activations.Gradient(layer, rows);
        (int width, int outputs) = _products[layer];
        Span<TNumber> weights = gradient[Layers[layer].Weights];
        if (layer >= _convolutions.Length)
        {
            DenseProduct.AddGradient(from, rows, width, outputs, own, weights, activations.Packed, part, parts);
        }
        else if (layer % parts == part)
        {
            // Every part would need all patches, so a convolution stays whole.
            int group = Group(layer, rows), lines = LinesPerRow(layer);
            for (int row = 0; row < rows; row += group)
            {
                int count = Math.Min(group, rows - row);
                DenseProduct.AddGradient(Lines(layer, from, row, count, activations), count * lines, width, outputs, own.Slice(row * lines * outputs, count * lines * outputs), weights, activations.Packed);
            }
        }

        if (layer % parts == part)
            ColumnSums.Add(own, gradient[Layers[layer].Biases]);
    }

    private int Width(int layer) => LinesPerRow(layer) * _products[layer].Outputs;

    private int LinesPerRow(int layer) => layer < _convolutions.Length ? _convolutions[layer].Places : 1;

    /// <summary>Images whose patches are made together: few, so that they stay in the cache.</summary>
    private int Group(int layer, int rows) => layer < _convolutions.Length ? Math.Max(1, PatchesTogether / _convolutions[layer].Places) : Math.Max(1, rows);

    /// <summary>What a layer's weights are multiplied with: for a convolution the patches of some images, image after image.</summary>
    private ReadOnlySpan<TNumber> Lines(int layer, ReadOnlySpan<TNumber> from, int first, int count, Activations<TNumber> activations)
    {
        if (layer >= _convolutions.Length)
            return from;
        ConvolutionShape shape = _convolutions[layer];
        int length = shape.Places * shape.Patch;
        Span<TNumber> patches = activations.Unfolded.Take(count * length);
        for (int row = 0; row < count; row++)
            Patches.Unfold(shape, from.Slice((first + row) * shape.Inputs, shape.Inputs), patches.Slice(row * length, length));
        return patches;
    }

    private void Fold(int layer, ReadOnlySpan<TNumber> own, int rows, ReadOnlySpan<TNumber> parameters, Span<TNumber> below, Activations<TNumber> activations)
    {
        ConvolutionShape shape = _convolutions[layer];
        int length = shape.Places * shape.Patch, outputs = shape.Places * shape.Filters, group = Group(layer, rows);
        below.Clear();
        for (int first = 0; first < rows; first += group)
        {
            int count = Math.Min(group, rows - first);
            Span<TNumber> patches = activations.Unfolded.Take(count * length);
            DenseProduct.Back(own.Slice(first * outputs, count * outputs), count * shape.Places, shape.Patch, shape.Filters, parameters[Layers[layer].Weights], patches, activations.Packed);
            for (int row = 0; row < count; row++)
                Patches.AddFolded(shape, patches.Slice(row * length, length), below.Slice((first + row) * shape.Inputs, shape.Inputs));
        }
    }
}
