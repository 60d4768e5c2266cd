using System.Numerics;

namespace TypedExplain.Training;

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

    /// <summary>The outputs of rows; what <see cref="Backward"/> needs stays in the activations.</summary>
    Span<TNumber> Forward(ReadOnlySpan<TNumber> parameters, ReadOnlySpan<TNumber> inputs, int rows, Activations<TNumber> activations);

    /// <summary>Carries the gradient of a loss from the outputs, <see cref="Activations{TNumber}.OutputGradient"/>, back.</summary>
    /// <param name="parameters">The parameters of the forward pass.</param>
    /// <param name="inputs">Its rows.</param>
    /// <param name="rows">How many there are.</param>
    /// <param name="activations">What the forward pass left.</param>
    /// <param name="gradient">Where the gradient with respect to the parameters is added; empty where it is not wanted.</param>
    /// <param name="inputGradient">Where the gradient with respect to the inputs goes; empty where it is not wanted.</param>
    void Backward(ReadOnlySpan<TNumber> parameters, ReadOnlySpan<TNumber> inputs, int rows, Activations<TNumber> activations, Span<TNumber> gradient, Span<TNumber> inputGradient);
}
