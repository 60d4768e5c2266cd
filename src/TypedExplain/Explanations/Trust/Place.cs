namespace TypedExplain.Explanations.Trust;

/// <summary>A record around an instance that the model was asked about.</summary>
/// <param name="Distances">How far each number is from the instance's, in standard deviations.</param>
/// <param name="Radius">The largest of them.</param>
/// <param name="Fidelity">The fidelity of the explanation there.</param>
internal sealed record Place(double[] Distances, double Radius, double Fidelity);
