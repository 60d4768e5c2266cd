namespace TypedExplain.Generators.Model;

/// <summary>A feature record as source is written for it.</summary>
/// <param name="HintName">The name of the generated file.</param>
/// <param name="Namespace">The namespace as code writes it; empty for the global one.</param>
/// <param name="Path">The declarations to open, from the outermost containing type to the record itself.</param>
/// <param name="IsPublic">Whether other assemblies see the record.</param>
/// <param name="Features">The features, in the order of their columns.</param>
/// <param name="Media">The texts and images.</param>
/// <param name="Ignored">What is no feature and yet must be given a value.</param>
internal sealed record RecordModel(
    string HintName,
    string Namespace,
    EquatableArray<TypeDeclaration> Path,
    bool IsPublic,
    EquatableArray<FeatureModel> Features,
    EquatableArray<MediaModel> Media,
    EquatableArray<IgnoredMember> Ignored)
{
    /// <summary>The member that a row is known by, or null.</summary>
    public RowKeyModel? RowKey { get; init; }

    /// <summary>How many features the record has, those of records inside it included.</summary>
    public int FeatureCount => Features.Sum(feature => feature.FeatureCount);

    /// <summary>How many columns a row has.</summary>
    public int ColumnCount => Features.Sum(feature => feature.ColumnCount);

    /// <summary>The name of the record.</summary>
    public string Name => Path[Path.Count - 1].Name;

    /// <summary>The record as code refers to it from anywhere.</summary>
    public string FullName { get; } =
        "global::" + (Namespace.Length == 0 ? "" : Namespace + ".") + string.Join(".", Path.Select(type => type.Code));

    /// <summary>The type parameters of the record and of the types around it, as code lists them; empty unless it is generic.</summary>
    public string TypeParameters => Path.Any(type => type.TypeParameters.Count > 0)
        ? $"<{string.Join(", ", Path.SelectMany(type => type.TypeParameters).Select(Identifier.Escape))}>"
        : "";

    /// <summary>What must hold of them, after a blank.</summary>
    public string Constraints => string.Concat(Path.SelectMany(type => type.Constraints).Select(constraint => " " + constraint));

    /// <summary>The start of the names of the types generated beside the record.</summary>
    public string Prefix => PrefixOf(Path);

    /// <summary>The class that names the features.</summary>
    public string FeaturesClass => FeaturesClassOf(Path);

    public static string FeaturesClassOf(EquatableArray<TypeDeclaration> path) => PrefixOf(path) + "Features";

    private static string PrefixOf(EquatableArray<TypeDeclaration> path) => string.Join("_", path.Select(type => type.Name));
}
