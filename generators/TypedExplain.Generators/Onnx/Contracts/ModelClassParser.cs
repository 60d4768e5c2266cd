using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExplain.Generators.Diagnostics;
using TypedExplain.Generators.Model;
using TypedExplain.Generators.Parsing;
using TypedExplain.Generators.Parsing.Annotations;

namespace TypedExplain.Generators.Onnx.Contracts;

/// <summary>Reads classes with <c>[OnnxModel]</c>.</summary>
internal static class ModelClassParser
{
    /// <summary>The attribute, as the compiler looks it up.</summary>
    public const string Attribute = "TypedExplain.OnnxModelAttribute`1";

    public static ParsedClass Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.TargetSymbol;
        AttributeData annotation = context.Attributes[0];
        LocationInfo name = LocationInfo.Of(((TypeDeclarationSyntax)context.TargetNode).Identifier);
        AttributeSyntax? written = (AttributeSyntax?)annotation.ApplicationSyntaxReference?.GetSyntax(cancellation);
        LocationInfo file = PlaceOf(written, argument => argument.NameEquals is null) ?? name;
        LocationInfo output = PlaceOf(written, argument => argument.NameEquals?.Name.Identifier.ValueText is "Output")
            ?? PlaceOf(written, argument => argument.NameEquals?.Name.Identifier.ValueText is "Classes") ?? file;
        LocationInfo unused = PlaceOf(written, argument => argument.NameEquals?.Name.Identifier.ValueText is "Unused") ?? file;
        string? path = annotation.ConstructorArguments.FirstOrDefault().Value as string;
        bool isRepeated = type.GetAttributes().First(other => SymbolEqualityComparer.Default.Equals(other.AttributeClass?.OriginalDefinition, annotation.AttributeClass?.OriginalDefinition)).ApplicationSyntaxReference is { } first
            && (first.SyntaxTree, first.Span) != (annotation.ApplicationSyntaxReference?.SyntaxTree, annotation.ApplicationSyntaxReference?.Span);

        // A second annotation is the compiler's to report.
        if (isRepeated || annotation.AttributeClass?.TypeArguments.FirstOrDefault() is not INamedTypeSymbol { TypeKind: not TypeKind.Error } record || path is null)
            return new(null, name, file, output, unused, null);

        if (FaultOf(type, record, context.SemanticModel.Compilation, cancellation) is { } fault)
            return new(null, name, file, output, unused, new(OnnxDescriptors.UnfitClass, name, new([type.Name, fault])));

        ModelClass model = new(
            HintNames.Of(type).Replace(".FeatureRecord.g.cs", ".OnnxModel.g.cs"),
            Declarations.NamespaceOf(type),
            Declarations.PathOf(type),
            new(record.Name, record.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), HintNames.Of(record.OriginalDefinition), MetadataNameOf(record), Declarations.IsPublic(record)),
            path,
            annotation.NamedArguments.FirstOrDefault(argument => argument.Key == "Output").Value.Value as string,
            Texts(annotation, "Classes"))
        {
            Unused = Texts(annotation, "Unused"),
            Columns = Texts(annotation, "Columns"),
        };
        return new(model, name, file, output, unused, null);
    }

    private static string? FaultOf(INamedTypeSymbol type, INamedTypeSymbol record, Compilation compilation, CancellationToken cancellation)
    {
        if (Declarations.SelfAndContaining(type).FirstOrDefault(part => !IsPartial(part, cancellation)) is { } closed)
            return $"gets the names of its outputs only if '{closed.Name}' is partial; add the partial modifier to '{closed.Name}'";
        if (type.IsGenericType)
            return "is generic, and a file holds one model; remove the type parameters";
        if (!record.GetAttributes().Any(attribute => attribute.IsOurs("FeatureRecord")))
            return $"scores '{record.Name}', which is not a feature record; mark '{record.Name}' with [FeatureRecord]";
        return SymbolEqualityComparer.Default.Equals(record.ContainingAssembly, compilation.Assembly)
            ? null
            : $"scores '{record.Name}' of another project; declare the class in the project of '{record.Name}'";
    }

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation) =>
        Declarations.PartsOf(type, cancellation).Any(part => part.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static LocationInfo? PlaceOf(AttributeSyntax? attribute, Func<AttributeArgumentSyntax, bool> isMeant) =>
        attribute?.ArgumentList?.Arguments.FirstOrDefault(isMeant) is { } argument ? LocationInfo.Of(argument.Expression) : null;

    private static string MetadataNameOf(INamedTypeSymbol type)
    {
        string path = string.Join("+", Declarations.SelfAndContaining(type).Reverse().Select(part => part.MetadataName));
        return type.ContainingNamespace.IsGlobalNamespace ? path : $"{type.ContainingNamespace.ToDisplayString(Plain)}.{path}";
    }

    private static EquatableArray<string> Texts(AttributeData annotation, string name) =>
        annotation.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value is var list && list.Kind == TypedConstantKind.Array && !list.IsNull ? list.Values.Select(value => value.Value).OfType<string>().ToEquatableArray() : default;

    private static SymbolDisplayFormat Plain { get; } = new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);
}
