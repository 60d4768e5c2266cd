using System.Collections.Immutable;
using System.Numerics;
using TypedExplain.Training.Kernels;
using TypedExplain.Training.Networks;

namespace TypedExplain.Training.Autoencoders;

/// <summary>Affine layers with ELU between them, the last one linear. One worker's own, with the memory of its last rows.</summary>
internal sealed class AffineChain<TNumber>(ImmutableArray<VaeLayer> layers)
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private readonly Activations<TNumber> _activations = new([.. layers.Select(layer => layer.Outputs)]);

    /// <summary>The outputs of rows.</summary>
    public Span<TNumber> Forward(ReadOnlySpan<TNumber> parameters, ReadOnlySpan<TNumber> inputs, int rows)
    {
        ReadOnlySpan<TNumber> from = inputs;
        Span<TNumber> to = default;
        for (int i = 0; i < layers.Length; i++)
        {
            VaeLayer layer = layers[i];
            to = _activations.Layer(i, rows);
            DenseProduct.Forward(from, rows, layer.Inputs, layer.Outputs, parameters[layer.Place.Weights], to, _activations.Packed);
            Elementwise.AddBias(to, parameters[layer.Place.Biases], TNumber.Zero, isActivated: false);
            if (i < layers.Length - 1)
                Elu.Apply(to);
            from = to;
        }

        return to;
    }

    /// <summary>The gradient with respect to the outputs, to be filled between the ways there and back.</summary>
    public Span<TNumber> OutputGradient(int rows) => _activations.OutputGradient(rows);

    /// <summary>Carries the gradient back.</summary>
    /// <param name="parameters">The parameters of the way there.</param>
    /// <param name="inputs">Its rows.</param>
    /// <param name="rows">How many there are.</param>
    /// <param name="gradient">Where the gradient with respect to the parameters is added.</param>
    /// <param name="inputGradient">Where the gradient with respect to the inputs goes; empty where it is not wanted.</param>
    public void Backward(ReadOnlySpan<TNumber> parameters, ReadOnlySpan<TNumber> inputs, int rows, Span<TNumber> gradient, Span<TNumber> inputGradient)
    {
        for (int i = layers.Length - 1; i >= 0; i--)
        {
            VaeLayer layer = layers[i];
            ReadOnlySpan<TNumber> from = i == 0 ? inputs : _activations.Layer(i - 1, rows);
            Span<TNumber> own = _activations.Gradient(i, rows), below = i == 0 ? inputGradient : _activations.Gradient(i - 1, rows);
            DenseProduct.AddGradient(from, rows, layer.Inputs, layer.Outputs, own, gradient[layer.Place.Weights], _activations.Packed);
            ColumnSums.Add(own, gradient[layer.Place.Biases]);
            if (below.IsEmpty)
                return;
            DenseProduct.Back(own, rows, layer.Inputs, layer.Outputs, parameters[layer.Place.Weights], below, _activations.Packed);
            if (i > 0)
                Elu.MultiplyBySlope(below, from);
        }
    }
}
