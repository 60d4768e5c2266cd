using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedExplain.Analyzers.State;

/// <summary>What the generated code gives a record that it makes from a row.</summary>
internal sealed class Carried
{
    /// <summary>How many parameters the way has that another record gives what no row has.</summary>
    private const int WithRecordLikeIt = 3;

    private readonly HashSet<string> _initialized;

    private Carried(IMethodSymbol? constructor, HashSet<string> initialized) => (Constructor, _initialized) = (constructor, initialized);

    /// <summary>The constructor that every record made from a row goes through; null where it is not declared.</summary>
    public IMethodSymbol? Constructor { get; }

    /// <summary>What a record is given; null where it is not made in the way of generated code.</summary>
    /// <param name="type">The record.</param>
    /// <param name="seam">The interface that generated code implements.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static Carried? By(INamedTypeSymbol type, INamedTypeSymbol seam, CancellationToken cancellation)
    {
        ImplicitObjectCreationExpressionSyntax[] made =
        [
            .. from method in type.GetMembers().OfType<IMethodSymbol>()
               where IsOf(method, seam) && method.ExplicitInterfaceImplementations[0].Name == "Decode" && method.Parameters.Length < WithRecordLikeIt
               from part in method.DeclaringSyntaxReferences
               from creation in part.GetSyntax(cancellation).DescendantNodes().OfType<ImplicitObjectCreationExpressionSyntax>()
               where creation.Parent is ArrowExpressionClauseSyntax
               select creation,
        ];
        if (made.Length != 1)
            return null;

        HashSet<string> passed = new(made[0].ArgumentList.Arguments.Select(argument => argument.NameColon?.Name.Identifier.ValueText ?? ""));
        IMethodSymbol? constructor = type.InstanceConstructors.FirstOrDefault(candidate => passed.SetEquals(candidate.Parameters.Select(parameter => parameter.Name)));
        return new(constructor, new(made[0].Initializer?.Expressions
            .OfType<AssignmentExpressionSyntax>()
            .Select(assignment => assignment.Left)
            .OfType<IdentifierNameSyntax>()
            .Select(name => name.Identifier.ValueText) ?? []));
    }

    /// <summary>Whether a member implements the seam, as generated code alone does.</summary>
    public static bool IsOf(IMethodSymbol method, INamedTypeSymbol seam) =>
        method.ExplicitInterfaceImplementations.Any(member => member.ContainingType.Is(seam));

    /// <summary>Whether a record made from a row has the property's value.</summary>
    public bool Has(IPropertySymbol property) => _initialized.Contains(property.Name) || Passes(property);

    /// <summary>Whether its constructor takes the value.</summary>
    public bool Passes(IPropertySymbol property) => Constructor?.Parameters.Any(parameter =>
        string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase) && Symbols.Same(parameter.Type, property.Type)) is true;
}
