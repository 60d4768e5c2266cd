using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TypedExplain.Analyzers.Origins;

/// <summary>What a value certainly is, followed back to where it is made.</summary>
internal static class Origin
{
    // Nobody names a value so many times; a circle has an end.
    private const int MostSteps = 16;

    /// <summary>
    /// The expression that a value stands for: what a local that is set once begins with, or a read-only field or property of the
    /// project that is set where it is declared and nowhere else. Else the value itself.
    /// </summary>
    public static IOperation Of(IOperation value, CancellationToken cancellation)
    {
        IOperation at = Inside(value);
        for (int step = 0; step < MostSteps && Before(at, cancellation) is { } before; step++)
            at = Inside(before);
        return at;
    }

    private static IOperation Inside(IOperation value)
    {
        while (value is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation)
            value = value.ChildOperations.First();
        return value;
    }

    private static IOperation? Before(IOperation value, CancellationToken cancellation) => value switch
    {
        ILocalReferenceOperation local => Locals.OnlyValueOf(local.Local, Calls.Root(local)),
        IFieldReferenceOperation { Field: { IsReadOnly: true } field } => Start(field, value.SemanticModel!.Compilation, cancellation),
        IPropertyReferenceOperation { Property: { SetMethod: null, IsVirtual: false, IsOverride: false, IsAbstract: false } property } => Start(property, value.SemanticModel!.Compilation, cancellation),
        _ => null,
    };

    private static IOperation? Start(ISymbol member, Compilation compilation, CancellationToken cancellation)
    {
        ExpressionSyntax? value = member.DeclaringSyntaxReferences.Select(part => part.GetSyntax(cancellation)).Select(part => part switch
        {
            VariableDeclaratorSyntax { Initializer.Value: var initial } => initial,
            PropertyDeclarationSyntax { Initializer.Value: var initial } => initial,
            PropertyDeclarationSyntax { ExpressionBody.Expression: var body } => body,
            _ => null,
        }).FirstOrDefault(found => found is not null);
        if (value is null || IsSetAgain(member, cancellation))
            return null;
#pragma warning disable RS1030 // One expression is bound, where the value of an option is asked for, and no file.
        return compilation.GetSemanticModel(value.SyntaxTree).GetOperation(value, cancellation);
#pragma warning restore RS1030
    }

    /// <summary>Whether a constructor may give the member another value.</summary>
    private static bool IsSetAgain(ISymbol member, CancellationToken cancellation) => member.ContainingType.Constructors
        .SelectMany(constructor => constructor.DeclaringSyntaxReferences)
        .SelectMany(part => part.GetSyntax(cancellation).DescendantNodes().OfType<AssignmentExpressionSyntax>())
        .SelectMany(assignment => assignment.Left.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
        .Any(name => name.Identifier.ValueText == member.Name);
}
