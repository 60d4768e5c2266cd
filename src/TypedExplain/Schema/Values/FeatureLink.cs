namespace TypedExplain;

/// <summary>How a feature moves with another one; see <see cref="MovesWithAttribute"/>.</summary>
/// <param name="Source">Position of the other feature in the schema.</param>
/// <param name="Factor">By how much it moves per unit of the other.</param>
public readonly record struct FeatureLink(int Source, double Factor);
