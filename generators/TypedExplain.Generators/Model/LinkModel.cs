namespace TypedExplain.Generators.Model;

/// <summary>How a feature moves with another one.</summary>
/// <param name="Source">Position of the other one.</param>
/// <param name="Factor">By how much it moves per unit of the other.</param>
internal sealed record LinkModel(int Source, double Factor);
