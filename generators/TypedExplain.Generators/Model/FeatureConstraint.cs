namespace TypedExplain.Generators.Model;

/// <summary>What an action may do to a feature; the names are those of the runtime's <c>FeatureConstraints</c>.</summary>
internal enum FeatureConstraint
{
    None,
    Immutable,
    OnlyIncreases,
    OnlyDecreases,
}
