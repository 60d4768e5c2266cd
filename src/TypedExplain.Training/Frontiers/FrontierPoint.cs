using System.Collections.Immutable;

namespace TypedExplain.Training;

/// <summary>What one weight of the regularizer comes to.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="Weight">The weight; 0 for none.</param>
/// <param name="Error">Mean squared error in standard deviations of the target, or the share of wrong classes, on the test rows.</param>
/// <param name="Qualities">One per explainer, in their order.</param>
/// <param name="Model">The model.</param>
public sealed record FrontierPoint<T>(double Weight, double Error, ImmutableArray<FrontierQuality> Qualities, Mlp<T> Model)
    where T : IFeatureRecord<T>;
