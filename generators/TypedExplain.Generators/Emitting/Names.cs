namespace TypedExplain.Generators.Emitting;

/// <summary>Types of the runtime and the framework as generated code refers to them.</summary>
internal static class Names
{
    public const string Adverse = "global::TypedExplain.Adverse";
    public const string Attribution = "global::TypedExplain.Attribution";
    public const string Cell = "global::TypedExplain.Generated.Cell";
    public const string CategoryEncoding = "global::TypedExplain.CategoryEncoding";
    public const string DrawMode = "global::TypedExplain.DrawMode";
    public const string Feature = "global::TypedExplain.Feature";
    public const string FeatureConstraints = "global::TypedExplain.FeatureConstraints";
    public const string FeatureKind = "global::TypedExplain.FeatureKind";
    public const string FeatureScale = "global::TypedExplain.FeatureScale";
    public const string FeatureSchema = "global::TypedExplain.FeatureSchema";
    public const string FeatureSpan = "global::TypedExplain.FeatureSpan";
    public const string FeatureVector = "global::TypedExplain.FeatureVector";
    public const string IFeatureRecord = "global::TypedExplain.IFeatureRecord";
    public const string IModel = "global::TypedExplain.IModel";
    public const string ImmutableArray = "global::System.Collections.Immutable.ImmutableArray";
    public const string Interpretation = "global::TypedExplain.Generated.Interpretation";
    public const string InvalidFeatureException = "global::TypedExplain.InvalidFeatureException";
    public const string ImageAttribution = "global::TypedExplain.Media.ImageAttribution";
    public const string MediaFeature = "global::TypedExplain.Media.MediaFeature";
    public const string MemberDifferences = "global::TypedExplain.Generated.MemberDifferences";
    public const string MediaValues = "global::TypedExplain.Generated.MediaValues";
    public const string NamedOutputExtensions = "global::TypedExplain.NamedOutputExtensions";
    public const string NumberPrecision = "global::TypedExplain.NumberPrecision";
    public const string OnnxModel = "global::TypedExplain.Onnx.OnnxModel";
    public const string Perturbation = "global::TypedExplain.Generated.Perturbation";
    public const string ReadOnlySpan = "global::System.ReadOnlySpan";
    public const string Reason = "global::TypedExplain.Reason";
    public const string RowKey = "global::TypedExplain.RowKey";
    public const string TextAttribution = "global::TypedExplain.Media.TextAttribution";
    public const string TimeUnit = "global::TypedExplain.TimeUnit";
    public const string TimeValues = "global::TypedExplain.Generated.TimeValues";
    public const string Span = "global::System.Span";
}
