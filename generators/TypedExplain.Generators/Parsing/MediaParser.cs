using Microsoft.CodeAnalysis;
using TypedExplain.Generators.Diagnostics;
using TypedExplain.Generators.Model;
using TypedExplain.Generators.Parsing.Annotations;

namespace TypedExplain.Generators.Parsing;

/// <summary>Turns properties with <c>[Text]</c> or <c>[Image]</c> into texts and images.</summary>
internal static class MediaParser
{
    private static readonly string[] OfFeatures =
    [
        "Numeric", "Categorical", "Categories", "Cost", "Cyclic", "EncodedAs", "ArrayLength", "Immutable", "LogScale", "MeasuredIn",
        "MovesWith", "NoReason", "OnlyDecreases", "OnlyIncreases", "Ordinal", "Perturb", "Reason", "Step", "Within",
    ];

    /// <summary>Whether a property is a text or an image.</summary>
    public static bool IsMedia(StoredProperty stored) => stored.Attributes.Any(attribute => attribute.IsOurs("Text") || attribute.IsOurs("Image"));

    /// <summary>The text or image, or null where it is reported.</summary>
    public static MediaModel? Parse(StoredProperty stored, Compilation compilation, Findings findings, CancellationToken cancellation)
    {
        // Which feature type is said does not matter: no annotation of features fits.
        AnnotationReader reader = new(stored, FeatureType.Text, findings, cancellation);
        if (Obsolescence.IsError(stored.Property))
            findings.Add(DiagnosticDescriptors.ObsoleteFeature, stored.NameLocation, stored.Property.Name);
        if (VectorMembers.Of(compilation).OwnerOf(stored.Property.Name) is { } owner)
            findings.Add(DiagnosticDescriptors.HiddenName, stored.NameLocation, stored.Property.Name, owner);
        AttributeData? text = reader.Find("Text"), image = reader.Find("Image");
        if (text is not null && image is not null)
            reader.Contradict(image, "cannot be a text and an image; keep one of [Text] and [Image]");
        if (text is not null && reader.Find("Categories") is { } categories)
            reader.Contradict(categories, "cannot be running text and have a closed list of values; keep one of [Text] and [Categories]");
        MediaKind? kind = KindOf(stored.Property.Type);
        reader.RequireFit("Text", kind == MediaKind.Text);
        reader.RequireFit("Image", kind is MediaKind.Image or MediaKind.Bytes, "make it a ReadOnlyMemory<float> or a ReadOnlyMemory<byte>, or remove [Image]", isMeant: true);
        foreach (string name in OfFeatures.Where(name => text is null || name != "Categories"))
            reader.RequireFit(name, fits: false);
        if (stored.Property.Type.NullableAnnotation == NullableAnnotation.Annotated)
            reader.ReportType(DiagnosticDescriptors.UnsupportedMedia, "may be missing, which a text cannot be: make its type string, and use an empty text where there is none");
        reader.RequireOnce();
        reader.RequireShown();
        if (kind is not { } known)
            return null;

        return new(stored.Property.Name, known, stored.Parameter?.Name, stored.IsInitialized)
        {
            Height = Size(0, "height"),
            Width = Size(1, "width"),
            Channels = Size(2, "channels"),
            IsProtected = reader.Find("Protected") is not null,
            DisplayName = reader.Argument("ShownAs") as string,
            Description = new DocComments().Of(stored, cancellation),
        };

        int Size(int argument, string what) => image is null || argument >= image.ConstructorArguments.Length
            ? 0
            : (int)(reader.Positive(image, image.ConstructorArguments[argument].Value, what) ?? 1);
    }

    private static MediaKind? KindOf(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_String } => MediaKind.Text,
        INamedTypeSymbol { Name: "ReadOnlyMemory", TypeArguments.Length: 1 } memory when memory.ContainingNamespace.ToDisplayString() == "System" => memory.TypeArguments[0].SpecialType switch
        {
            SpecialType.System_Single => MediaKind.Image,
            SpecialType.System_Byte => MediaKind.Bytes,
            _ => null,
        },
        _ => null,
    };
}
