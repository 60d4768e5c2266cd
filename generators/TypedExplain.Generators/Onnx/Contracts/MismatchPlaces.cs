using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExplain.Generators.Diagnostics;
using TypedExplain.Generators.Parsing;

namespace TypedExplain.Generators.Onnx.Contracts;

/// <summary>Finds where mismatches are shown: places are looked up last, so that a moved line reads and compares nothing again.</summary>
internal static class MismatchPlaces
{
    public static DiagnosticInfo Locate(Mismatch mismatch, ModelClass type, ImmutableArray<ParsedClass> parsed, Compilation compilation, CancellationToken cancellation)
    {
        ParsedClass own = parsed.First(other => type.Equals(other.Class));
        LocationInfo place = mismatch.Place switch
        {
            MismatchPlace.File => own.File,
            MismatchPlace.Output => own.Output,
            MismatchPlace.Unused => own.Unused,
            _ => PlaceIn(compilation.Assembly.GetTypeByMetadataName(type.Record.MetadataName), mismatch, cancellation) ?? own.Name,
        };
        return new(mismatch.Descriptor, place, mismatch.Arguments) { Property = mismatch.Parameters.Length > 0 ? (RecordFromModel.Key, mismatch.Parameters) : null };
    }

    /// <summary>Where the property is declared, or else the record.</summary>
    private static LocationInfo? PlaceIn(INamedTypeSymbol? record, Mismatch mismatch, CancellationToken cancellation)
    {
        if (record is null)
            return null;
        IPropertySymbol? property = Declarations.SelfAndBases(record).SelectMany(part => part.GetMembers(mismatch.Property)).OfType<IPropertySymbol>()
            .FirstOrDefault(found => found.Locations[0].IsInSource);
        return property is not null ? PlaceIn(property, mismatch.Place, cancellation)
            : Declarations.PartsOf(record, cancellation).FirstOrDefault() is { } part ? LocationInfo.Of(part.Identifier)
            : null;
    }

    private static LocationInfo PlaceIn(IPropertySymbol property, MismatchPlace place, CancellationToken cancellation)
    {
        SyntaxNode? declaration = property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation);
        (TypeSyntax? type, SyntaxList<AttributeListSyntax> annotations) = declaration switch
        {
            ParameterSyntax parameter => (parameter.Type, parameter.AttributeLists),
            PropertyDeclarationSyntax own => (own.Type, own.AttributeLists),
            _ => default,
        };
        SyntaxNode? found = place switch
        {
            MismatchPlace.Type => type,
            MismatchPlace.Categories => annotations.SelectMany(list => list.Attributes).FirstOrDefault(annotation => NameOf(annotation) is "Categories" or "CategoriesAttribute"),
            _ => null,
        };
        return found is null ? LocationInfo.Of(property.Locations[0]) : LocationInfo.Of(found);
    }

    private static string NameOf(AttributeSyntax annotation) => annotation.Name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
