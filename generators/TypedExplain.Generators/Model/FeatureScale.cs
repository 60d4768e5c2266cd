namespace TypedExplain.Generators.Model;

/// <summary>The scale of a number; the names are those of the runtime's <c>FeatureScale</c>.</summary>
internal enum FeatureScale
{
    Linear,
    Log,
    Cyclic,
}
