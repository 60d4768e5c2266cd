using TypedExplain.Training.Kernels;

namespace TypedExplain.Training.Networks;

/// <summary>Where a step went wrong that no layer's answers tell.</summary>
internal static class NonFiniteReport
{
    /// <summary>The gradient where it began, in words, or the loss.</summary>
    /// <param name="layers">The layers of the network.</param>
    /// <param name="loss">The loss of the step.</param>
    /// <param name="gradient">The gradient of all parameters.</param>
    public static string In(IReadOnlyList<LayerParameters> layers, double loss, ReadOnlySpan<float> gradient)
    {
        if (!double.IsFinite(loss))
            return "the loss";

        // The way back goes from the last layer to the first, so the last one that is not finite is where it began.
        for (int layer = layers.Count - 1; layer >= 0; layer--)
        {
            if (!Elementwise.AreFinite(gradient[layers[layer].Weights]) || !Elementwise.AreFinite(gradient[layers[layer].Biases]))
                return $"the gradient of {layers[layer].Name}";
        }

        return "the loss";
    }
}
