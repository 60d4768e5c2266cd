using System.Numerics;

namespace TypedExplain.Training.Networks;

/// <summary>The whole way back through a network, on one thread.</summary>
internal static class NetworkPasses
{
    /// <summary>Carries the gradient of a loss from the outputs, <see cref="Activations{TNumber}.OutputGradient"/>, back.</summary>
    /// <param name="network">The network.</param>
    /// <param name="parameters">The parameters of the forward pass.</param>
    /// <param name="inputs">Its rows.</param>
    /// <param name="rows">How many there are.</param>
    /// <param name="activations">What the forward pass left.</param>
    /// <param name="gradient">Where the gradient with respect to the parameters is added; empty where it is not wanted.</param>
    /// <param name="inputGradient">Where the gradient with respect to the inputs goes; empty where it is not wanted.</param>
    public static void Backward<TNumber>(this INetwork<TNumber> network, ReadOnlySpan<TNumber> parameters, ReadOnlySpan<TNumber> inputs, int rows, Activations<TNumber> activations, Span<TNumber> gradient, Span<TNumber> inputGradient)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        network.CarryBack(parameters, rows, activations, inputGradient);
        for (int layer = 0; layer < network.Layers.Count && !gradient.IsEmpty; layer++)
            network.AddGradient(layer, 0, 1, inputs, rows, activations, gradient);
    }
}
