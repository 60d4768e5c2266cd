namespace TypedExplain;

/// <summary>
/// Marks a partial class, record or struct whose public instance properties are the features of a model.
/// The source generator then implements <see cref="IFeatureRecord{TSelf}"/> for it and adds one named property
/// per feature to <see cref="FeatureVector{T}"/> of it.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class FeatureRecordAttribute : Attribute;
