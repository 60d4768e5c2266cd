namespace TypedExplain.Generators.Model;

/// <summary>A feature record as source is written for it.</summary>
/// <param name="HintName">The name of the generated file.</param>
/// <param name="Namespace">The namespace as code writes it; empty for the global one.</param>
/// <param name="Path">The declarations to open, from the outermost containing type to the record itself.</param>
/// <param name="IsPublic">Whether other assemblies see the record.</param>
/// <param name="Features">The features, in the order of their columns.</param>
/// <param name="Media">The texts and images.</param>
/// <param name="Ignored">State that is not a feature.</param>
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

    /// <summary>Whether a row of columns does not hold all of a record, besides its texts and images.</summary>
    public bool HasMore => Ignored.Any(member => member.Reach != MemberReach.Hidden) || Features.Any(feature => feature.HasMore);

    /// <summary>Whether it has times that columns may not hold to the tick.</summary>
    public bool HasTimes => Features.Any(feature => feature.HasTimes);

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
    public string Prefix => PrefixOf(Path) + ClassSuffix;

    /// <summary>The class that names the features.</summary>
    public string FeaturesClass => Prefix + "Features";

    /// <summary>The class of extension members of a generic record.</summary>
    public string MembersClass => FeaturesClass + "Members" + MembersSuffix;

    /// <summary>The reasons that its features and those of records inside it state, each code once.</summary>
    public IEnumerable<ReasonModel> Reasons => Features
        .SelectMany(feature => (feature.Inner?.Reasons.Select(reason => reason with { Inner = feature.Inner.FullName }) ?? []).Concat(feature.StatedReasons))
        .GroupBy(reason => reason.Member)
        .Select(same => same.First());

    /// <summary>The enum of the reasons' codes.</summary>
    public string ReasonsEnum => Prefix + "Reason" + ReasonsSuffix;

    /// <summary>Whether an annotation is reported, so that what else depends on it has nothing more to say.</summary>
    public bool IsFaulty { get; init; }

    /// <summary>What tells the names of this record's types from those of another one.</summary>
    public string ClassSuffix { get; init; } = "";

    /// <summary>What tells the members of this generic record from those of one with more or fewer type parameters.</summary>
    public string MembersSuffix { get; init; } = "";

    /// <summary>What tells the enum of this generic record from that of a record with more or fewer type parameters.</summary>
    public string ReasonsSuffix { get; init; } = "";

    /// <summary>Whether code that uses the record does not compile unless it is obsolete too.</summary>
    public bool IsObsolete { get; init; }

    /// <summary>The warnings, with ids of their own, that stand on what the record is made of.</summary>
    public EquatableArray<string> Silenced { get; init; }

    public static string PrefixOf(EquatableArray<TypeDeclaration> path) => string.Join("_", path.Select(type => type.Name));
}
