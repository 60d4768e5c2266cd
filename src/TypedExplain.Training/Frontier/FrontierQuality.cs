namespace TypedExplain;

/// <summary>How well one explainer does on a model, in squared units of the explained output; lower is better for all three.</summary>
/// <param name="PointFidelity">PF: the mean over rows of (surrogate − model)² at the row itself.</param>
/// <param name="NeighborhoodFidelity">NF: the same at neighbors of the row.</param>
/// <param name="Stability">S: the mean over rows and neighbors of the squared difference of standardised coefficients, the intercept among them.</param>
public readonly record struct FrontierQuality(double PointFidelity, double NeighborhoodFidelity, double Stability);
