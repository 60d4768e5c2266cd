using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TypedExplain.Analyzers.Origins;

namespace TypedExplain.Analyzers.Models;

/// <summary>An output that a call names with a constant, of a model whose outputs are known.</summary>
/// <param name="Place">Where the name is written.</param>
/// <param name="Name">The name.</param>
/// <param name="Outputs">The outputs of the model.</param>
internal sealed record OutputName(SyntaxNode Place, string Name, KnownOutputs Outputs)
{
    /// <summary>The outputs that a call names: one for <c>Output</c>, any number for <c>Predict</c>.</summary>
    public static IEnumerable<OutputName> In(IInvocationOperation call, Library library, CancellationToken cancellation)
    {
        IMethodSymbol method = call.TargetMethod;
        string parameter = method.Name == "Output" ? method.Arity > 1 ? "label" : "name" : "outputs";
        if (method.Name is not ("Output" or "Predict") || !library.Owns(method)
            || Argument(call, "model") is not { } model || Argument(call, parameter) is not { } named
            || KnownOutputs.Of(model, library, cancellation) is not { } outputs)
        {
            return [];
        }

        IOperation given = Calls.Bare(named);
        IEnumerable<IOperation> values = given.Syntax is CollectionExpressionSyntax ? given.ChildOperations : [given];
        return values.Select(value => NameOf(Calls.Bare(value)) is { } name ? new OutputName(value.Syntax, name, outputs) : null).OfType<OutputName>();
    }

    /// <summary>A text, or the name of a member of an enum.</summary>
    private static string? NameOf(IOperation value) => value switch
    {
        { ConstantValue: { HasValue: true, Value: string text } } => text,
        IFieldReferenceOperation { Field: { ContainingType.TypeKind: TypeKind.Enum } member } => member.Name,
        _ => null,
    };

    private static IOperation? Argument(IInvocationOperation call, string parameter) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter!.Name == parameter)?.Value;
}
