using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using TypedExplain.Training.Kernels;

namespace TypedExplain.Training.Networks;

/// <summary>
/// A multi-layer perceptron: affine layers with a leaky rectifier between them, the last one linear. Parameters are
/// W₁, b₁, W₂, b₂, …, each W inputs × outputs, row after row.
/// </summary>
internal sealed class Perceptron<TNumber> : INetwork<TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private readonly ImmutableArray<int> _widths;
    private readonly TNumber _slope;
    private readonly int[] _starts;

    /// <param name="widths">Inputs, hidden units of each layer, outputs.</param>
    /// <param name="slope">What negative values are multiplied by between layers; 0 for a plain rectifier.</param>
    public Perceptron(ImmutableArray<int> widths, double slope)
    {
        _widths = widths;
        _slope = TNumber.CreateChecked(slope);
        _starts = new int[widths.Length];
        for (int layer = 0; layer < widths.Length - 1; layer++)
            _starts[layer + 1] = checked(_starts[layer] + ((widths[layer] + 1) * widths[layer + 1]));
        Layers = [.. Enumerable.Range(0, widths.Length - 1).Select(Place)];
    }

    public ImmutableArray<int> Widths => _widths;

    public int Inputs => _widths[0];

    public int Outputs => _widths[^1];

    public int ParameterCount => _starts[^1];

    public IReadOnlyList<LayerParameters> Layers { get; }

    /// <summary>Weights uniform in ±√(6/(inputs + outputs)) of their layer (Xavier), biases 0.</summary>
    public void Initialize(RandomStream stream, Span<TNumber> parameters)
    {
        parameters.Clear();
        for (int layer = 0; layer < Layers.Count; layer++)
        {
            Span<TNumber> weights = parameters[Layers[layer].Weights];
            double[] draws = new double[weights.Length];
            stream.For(layer).FillUniform(0, draws);
            double bound = Math.Sqrt(6.0 / (_widths[layer] + _widths[layer + 1]));
            for (int i = 0; i < draws.Length; i++)
                weights[i] = TNumber.CreateTruncating(bound * ((2 * draws[i]) - 1));
        }
    }

    public Activations<TNumber> CreateActivations() => new(_widths.AsSpan()[1..].ToArray());

    public Span<TNumber> Forward(ReadOnlySpan<TNumber> parameters, ReadOnlySpan<TNumber> inputs, int rows, Activations<TNumber> activations)
    {
        ReadOnlySpan<TNumber> from = inputs[..(rows * Inputs)];
        Span<TNumber> to = default;
        for (int layer = 0; layer < Layers.Count; layer++)
        {
            to = activations.Layer(layer, rows);
            AddBiasEpilogue<TNumber> end = new(ref MemoryMarshal.GetReference(parameters[Layers[layer].Biases]), _slope, layer < Layers.Count - 1);
            DenseProduct.Forward(from, rows, _widths[layer], _widths[layer + 1], parameters[Layers[layer].Weights], to, activations.Packed, end);
            from = to;
        }

        return to;
    }

    public void CarryBack(ReadOnlySpan<TNumber> parameters, int rows, Activations<TNumber> activations, Span<TNumber> inputGradient)
    {
        for (int layer = Layers.Count - 1; layer >= 0; layer--)
        {
            Span<TNumber> below = layer == 0 ? inputGradient : activations.Gradient(layer - 1, rows);
            if (below.IsEmpty)
                return;
            ReadOnlySpan<TNumber> own = activations.Gradient(layer, rows), weights = parameters[Layers[layer].Weights];
            if (layer == 0)
            {
                MultiplyBack(own, rows, layer, weights, below, activations.Packed);
                return;
            }

            MultiplyBySlopeEpilogue<TNumber> end = new(ref MemoryMarshal.GetReference(activations.Layer(layer - 1, rows)), _slope);
            DenseProduct.Back(own, rows, _widths[layer], _widths[layer + 1], weights, below, activations.Packed, end);
        }
    }

    public void AddGradient(int layer, int part, int parts, ReadOnlySpan<TNumber> inputs, int rows, Activations<TNumber> activations, Span<TNumber> gradient)
    {
        ReadOnlySpan<TNumber> from = layer == 0 ? inputs[..(rows * Inputs)] : activations.Layer(layer - 1, rows), own = activations.Gradient(layer, rows);
        DenseProduct.AddGradient(from, rows, _widths[layer], _widths[layer + 1], own, gradient[Layers[layer].Weights], activations.Packed, part, parts);
        if (part == 0)
            ColumnSums.Add(own, gradient[Layers[layer].Biases]);
    }

    /// <summary>to = from · W of a layer.</summary>
    public void Multiply(ReadOnlySpan<TNumber> from, int rows, int layer, ReadOnlySpan<TNumber> weights, Span<TNumber> to, Scratch<TNumber> scratch) =>
        DenseProduct.Forward(from, rows, _widths[layer], _widths[layer + 1], weights, to, scratch);

    /// <summary>below = own · Wᵀ of a layer.</summary>
    public void MultiplyBack(ReadOnlySpan<TNumber> own, int rows, int layer, ReadOnlySpan<TNumber> weights, Span<TNumber> below, Scratch<TNumber> scratch) =>
        DenseProduct.Back(own, rows, _widths[layer], _widths[layer + 1], weights, below, scratch);

    /// <summary>gradient += fromᵀ · own of a layer.</summary>
    public void AddProduct(ReadOnlySpan<TNumber> from, int rows, int layer, ReadOnlySpan<TNumber> own, Span<TNumber> gradient, Scratch<TNumber> scratch) =>
        DenseProduct.AddGradient(from, rows, _widths[layer], _widths[layer + 1], own, gradient, scratch);

    private LayerParameters Place(int layer)
    {
        int weights = _starts[layer], biases = weights + (_widths[layer] * _widths[layer + 1]);
        return new(string.Create(CultureInfo.InvariantCulture, $"layer {layer + 1} of {_widths.Length - 1}"), weights..biases, biases.._starts[layer + 1]);
    }
}
