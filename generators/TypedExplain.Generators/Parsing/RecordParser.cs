using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExplain.Generators.Diagnostics;
using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Parsing;

/// <summary>Turns an annotated type into a model, or into the reasons why it has none.</summary>
internal static class RecordParser
{
    public static ParsedRecord Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.TargetSymbol;
        TypeDeclarationSyntax declaration = (TypeDeclarationSyntax)context.TargetNode;
        if (IsRepeated(type, context.Attributes[0]))
            return new(null, default);

        Findings findings = new(type.Name);
        Shape.Check(type, declaration, findings, cancellation);
        RecordModel? model = findings.None
            ? Parse(type, declaration, context.SemanticModel.Compilation, findings, cancellation)
            : null;
        return new(findings.None ? model : null, findings.ToEquatableArray());
    }

    /// <summary>Whether an earlier part of the type carries the annotation too, which the compiler reports.</summary>
    private static bool IsRepeated(INamedTypeSymbol type, AttributeData annotation) =>
        type.GetAttributes()
            .First(other => SymbolEqualityComparer.Default.Equals(other.AttributeClass, annotation.AttributeClass))
            .ApplicationSyntaxReference is { } first
        && annotation.ApplicationSyntaxReference is { } own
        && (first.SyntaxTree, first.Span) != (own.SyntaxTree, own.Span);

    private static RecordModel? Parse(
        INamedTypeSymbol type,
        TypeDeclarationSyntax declaration,
        Compilation compilation,
        Findings findings,
        CancellationToken cancellation)
    {
        if (Construction.Find(type, declaration, findings, cancellation) is not { } properties)
            return null;

        StoredProperty[] stored = properties.Where(property => property.IsFeature).ToArray();
        FeatureParser parser = new(new VectorMembers(compilation), findings, cancellation);
        List<FeatureModel> features = [];
        int column = 0;
        foreach (StoredProperty property in stored)
        {
            if (parser.Parse(property) is not { } feature)
                continue;
            features.Add(feature with { Index = features.Count, Column = column });
            column += feature.ColumnCount;
        }

        if (stored.Length == 0)
            findings.Add(DiagnosticDescriptors.NoFeatures, LocationInfo.Of(declaration.Identifier));

        // A property whose type does not exist is the compiler's to report.
        return features.Count < stored.Length || stored.Length == 0
            ? null
            : new(
                HintNames.Of(type),
                Declarations.NamespaceOf(type),
                Declarations.PathOf(type),
                Declarations.IsPublic(type),
                features.ToEquatableArray(),
                properties
                    .Where(property => !property.IsFeature)
                    .Select(property => new IgnoredMember(property.Property.Name, property.Parameter?.Name, property.IsInitialized))
                    .ToEquatableArray());
    }
}
