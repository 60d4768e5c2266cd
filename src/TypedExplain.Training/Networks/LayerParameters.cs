namespace TypedExplain.Training.Networks;

/// <summary>Where the parameters of a layer lie among those of its network.</summary>
/// <param name="Name">What the layer is called in messages.</param>
/// <param name="Weights">The weights, which penalties look at.</param>
/// <param name="Biases">The biases, which they leave alone.</param>
internal readonly record struct LayerParameters(string Name, Range Weights, Range Biases);
