namespace TypedExplain.Generators.Model;

/// <summary>For which values of a feature a reason holds.</summary>
/// <param name="Code">The code.</param>
/// <param name="When">For which values.</param>
/// <param name="Categories">Positions of the categories or ranks; none for all that <paramref name="When"/> says.</param>
internal sealed record FeatureReasonModel(string Code, Adverse When, EquatableArray<int> Categories);
