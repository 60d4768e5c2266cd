namespace TypedExplain.Training;

/// <summary>How well one explainer does on a model, by the metrics of its paper; lower is better for all three.</summary>
/// <param name="PointFidelity">PF, <see cref="PointFidelity{T}"/>: the mean over rows of (surrogate − model)² at the row itself.</param>
/// <param name="NeighborhoodFidelity">NF, <see cref="NeighborhoodFidelity{T}"/>: the same at neighbors of the row.</param>
/// <param name="Stability">S, <see cref="Stability{T}"/>: the mean over rows and neighbors of the squared difference of effects in own units, the constant among them.</param>
public readonly record struct FrontierQuality(double PointFidelity, double NeighborhoodFidelity, double Stability);
