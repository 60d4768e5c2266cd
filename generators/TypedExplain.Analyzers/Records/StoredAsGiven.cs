using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedExplain.Analyzers.Records;

/// <summary>Features that hold what a program gives them: no constructor or setter of the user's changes it on the way.</summary>
internal sealed class StoredAsGiven(Library library)
{
    private readonly INamedTypeSymbol? _record = library.Type("FeatureRecordAttribute");
    private readonly INamedTypeSymbol? _left = library.Type("NotAFeatureAttribute");
    private readonly INamedTypeSymbol? _generated = library.Framework("System.Runtime.CompilerServices.CompilerGeneratedAttribute");

    /// <summary>The feature that a positional parameter of a record sets; null where it sets none, or who knows what.</summary>
    public IPropertySymbol? PropertyOf(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: { IsRecord: true } type }
            && IsRecord(type)
            && type.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault() is { } property
            && SymbolEqualityComparer.Default.Equals(property.Type, parameter.Type)
            && IsPositional(property, parameter)
            && !Has(parameter, _left) && !Has(property, _left)
                ? property
                : null;

    /// <summary>The positional parameter that a property stands for; null where it is declared in the body.</summary>
    public static IParameterSymbol? ParameterOf(IPropertySymbol property) => property.ContainingType.IsRecord
        ? property.ContainingType.InstanceConstructors.SelectMany(constructor => constructor.Parameters)
            .FirstOrDefault(parameter => parameter.Name == property.Name && IsPositional(property, parameter))
        : null;

    /// <summary>Whether an assignment stores its value in a feature.</summary>
    public bool IsStored(IPropertySymbol property) =>
        property is { IsStatic: false, IsIndexer: false, SetMethod: { } setter }
            && IsRecord(property.ContainingType)
            && (property.DeclaringSyntaxReferences.IsEmpty ? Has(setter, _generated) : property.DeclaringSyntaxReferences.All(IsAutomatic))
            && !Has(property, _left)
            && (ParameterOf(property) is not { } parameter || !Has(parameter, _left));

    private bool IsRecord(INamedTypeSymbol type) => Has(type.OriginalDefinition, _record);

    /// <summary>Of a record elsewhere, the compiler marks the accessors that it wrote.</summary>
    private static bool IsPositional(IPropertySymbol property, IParameterSymbol parameter) => property.DeclaringSyntaxReferences.IsEmpty
        ? parameter.DeclaringSyntaxReferences.IsEmpty && property.GetMethod?.GetAttributes().Any(data => data.AttributeClass?.Name == "CompilerGeneratedAttribute") is true
        : property.DeclaringSyntaxReferences[0] is { } declaration && parameter.DeclaringSyntaxReferences.Any(other => other.Span == declaration.Span && other.SyntaxTree == declaration.SyntaxTree);

    private static bool IsAutomatic(SyntaxReference declaration) => declaration.GetSyntax() switch
    {
        ParameterSyntax => true,
        PropertyDeclarationSyntax { AccessorList: { } accessors } => accessors.Accessors.All(accessor => accessor.Body is null && accessor.ExpressionBody is null),
        _ => false,
    };

    private static bool Has(ISymbol symbol, INamedTypeSymbol? attribute) => symbol.GetAttributes().Any(data => Symbols.Same(data.AttributeClass, attribute));
}
