using Microsoft.CodeAnalysis;
using TypedExplain.Generators.Diagnostics;
using TypedExplain.Generators.Model;
using TypedExplain.Generators.Parsing.Annotations;
using TypedExplain.Generators.Parsing.Reasons;

namespace TypedExplain.Generators.Parsing;

/// <summary>Turns the properties of one record into features.</summary>
internal sealed class FeatureParser(Compilation compilation, IReadOnlyList<INamedTypeSymbol> path, Findings findings, CancellationToken cancellation)
{
    private readonly VectorMembers _members = VectorMembers.Of(compilation);
    private readonly DocComments _comments = new();
    private readonly ReasonReader _reasons = new(compilation, path[path.Count - 1], new());

    /// <summary>The feature, or null where its type cannot be one.</summary>
    public FeatureModel? Parse(StoredProperty stored)
    {
        IPropertySymbol property = stored.Property;
        if (_members.OwnerOf(property.Name) is { } owner)
            findings.Add(DiagnosticDescriptors.HiddenName, stored.NameLocation, property.Name, owner);

        if (Obsolescence.IsError(property) || Obsolescence.IsError(property.Type))
            findings.Add(DiagnosticDescriptors.ObsoleteFeature, stored.NameLocation, property.Name);

        PropertyType? known = PropertyType.Of(property);
        if (known is not { Type: var type })
        {
            if (property.Type.TypeKind != TypeKind.Error)
                Report(DiagnosticDescriptors.UnsupportedType);
            return null;
        }

        ITypeSymbol element = known.Element;
        InnerModel? inner = null;
        if (type == FeatureType.Record)
        {
            bool isRecursive = false;
            if (SymbolEqualityComparer.Default.Equals(element.ContainingAssembly, compilation.Assembly))
                inner = RecordParser.ParseInner((INamedTypeSymbol)element, path, compilation, out isRecursive, cancellation);
            else
                Report(DiagnosticDescriptors.ForeignRecord);
            if (isRecursive)
                Report(DiagnosticDescriptors.Recursive);
            if (inner is null)
                return null;
            if (inner.Media is { } media)
                findings.Add(DiagnosticDescriptors.UnsupportedMedia, stored.TypeLocation(cancellation), property.Name, $"has type '{inner.Name}', whose '{media}' is a text or an image, and those stand in the explained record itself; move '{media}' to it, or mark the property [NotAFeature]");
        }

        AnnotationReader reader = new(stored, type, findings, cancellation);
        FeatureModel feature = new(property.Name, type, stored.Parameter?.Name, stored.IsInitialized)
        {
            Enum = type == FeatureType.Enum ? ParseEnum((INamedTypeSymbol)element) : null,
            Inner = inner,
            IsNullable = known.IsNullable,
            IsImmutableArray = known.IsImmutableArray,
            Length = known.IsArray ? ReadLength(reader) : null,
            Description = _comments.Of(stored, cancellation),
        };
        reader.RequireFit("ArrayLength", known.IsArray);
        reader.RequireOnce();
        feature = NumberAnnotations.Read(reader, feature);
        feature = CategoryAnnotations.Read(reader, feature);
        feature = ScaleAnnotations.Read(reader, feature);
        feature = ActionAnnotations.Read(reader, feature);
        feature = _reasons.Read(reader, feature);
        return DrawAnnotations.Read(reader, feature);

        int ReadLength(AnnotationReader annotations)
        {
            if (annotations.Find("ArrayLength") is null)
                annotations.ReportType(DiagnosticDescriptors.OpenArray);
            return (int)(annotations.Positive("ArrayLength", "length") ?? 1);
        }

        EnumModel ParseEnum(INamedTypeSymbol symbol)
        {
            EnumModel model = EnumParser.Parse(symbol);
            if (EnumParser.HasFlags(symbol))
                Report(DiagnosticDescriptors.FlagsEnum);
            else if (model.Categories.Count == 0)
                Report(DiagnosticDescriptors.EmptyEnum);
            return model;
        }

        void Report(DiagnosticDescriptor descriptor) => findings.Add(
            descriptor,
            stored.TypeLocation(cancellation),
            property.Name,
            property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
    }
}
