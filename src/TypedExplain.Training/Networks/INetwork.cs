using System.Numerics;

namespace TypedExplain.Training.Networks;

/// <summary>A differentiable function of rows with one flat block of parameters. Itself without state, so safe to share.</summary>
internal interface INetwork<TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    int Inputs { get; }

    int Outputs { get; }

    int ParameterCount { get; }

    /// <summary>The layers in order, each with its weights and biases among the parameters.</summary>
    IReadOnlyList<LayerParameters> Layers { get; }

    /// <summary>Fills the parameters with what training begins from.</summary>
    void Initialize(RandomStream stream, Span<TNumber> parameters);

    /// <summary>Memory for the layers' answers to some rows.</summary>
    Activations<TNumber> CreateActivations();

    /// <summary>The outputs of rows; what the way back needs stays in the activations.</summary>
    Span<TNumber> Forward(ReadOnlySpan<TNumber> parameters, ReadOnlySpan<TNumber> inputs, int rows, Activations<TNumber> activations);

    /// <summary>Carries the gradient of a loss from the outputs, <see cref="Activations{TNumber}.OutputGradient"/>, back to every layer's answers.</summary>
    /// <param name="parameters">The parameters of the forward pass.</param>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="activations">What the forward pass left.</param>
    /// <param name="inputGradient">Where the gradient with respect to the inputs goes; empty where it is not wanted.</param>
    void CarryBack(ReadOnlySpan<TNumber> parameters, int rows, Activations<TNumber> activations, Span<TNumber> inputGradient);

    /// <summary>Adds the gradient with respect to a part of a layer's parameters, from what <see cref="CarryBack"/> left.</summary>
    /// <param name="layer">Which layer.</param>
    /// <param name="part">Which part of it.</param>
    /// <param name="parts">How many parts there are; the bits do not depend on it.</param>
    /// <param name="inputs">The rows of the forward pass.</param>
    /// <param name="rows">How many there are.</param>
    /// <param name="activations">What both ways left.</param>
    /// <param name="gradient">Of all parameters; the gradient is added.</param>
    void AddGradient(int layer, int part, int parts, ReadOnlySpan<TNumber> inputs, int rows, Activations<TNumber> activations, Span<TNumber> gradient);
}
