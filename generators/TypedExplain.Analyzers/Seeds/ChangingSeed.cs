using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedExplain.Analyzers.Diagnostics;
using TypedExplain.Analyzers.Origins;

namespace TypedExplain.Analyzers.Seeds;

/// <summary>
/// TEX0205: a seed is taken from a clock or from chance. One that was stored first and is used elsewhere, too, may have
/// been shown, and then somebody can repeat the result.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ChangingSeed() : UsageAnalyzer(UsageDescriptors.ChangingSeed)
{
    // Nobody passes a seed on so many times.
    private const int MostSteps = 4;

    private protected override void Start(CompilationStartAnalysisContext context, Library library)
    {
        ChangingValues changing = new(library);
        context.RegisterOperationAction(operation => CheckOption(operation, library, changing), OperationKind.SimpleAssignment);
        context.RegisterOperationAction(operation => CheckArgument(operation, library, changing), OperationKind.Argument);
    }

    private void CheckOption(OperationAnalysisContext context, Library library, ChangingValues changing)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment is { Syntax: AssignmentExpressionSyntax written, Target: IPropertyReferenceOperation { Property: { Name: "Seed" or "FirstSeed" } property } } && library.Owns(property))
            Check(context, written.Right, assignment.Value, property.Name, changing);
    }

    private void CheckArgument(OperationAnalysisContext context, Library library, ChangingValues changing)
    {
        var argument = (IArgumentOperation)context.Operation;
        if (argument is { Syntax: ArgumentSyntax written, Parameter: { Name: "seed" } parameter } && library.Owns(parameter))
            Check(context, written.Expression, argument.Value, parameter.Name, changing);
    }

    private void Check(OperationAnalysisContext context, ExpressionSyntax written, IOperation value, string option, ChangingValues changing)
    {
        if (SourceIn(value, changing, MostSteps, context.CancellationToken) is { } source)
            context.ReportDiagnostic(At(written, Text.Of(source.Syntax), option));
    }

    /// <summary>What changes in a value: there, in what a local or a private field holds that nothing but the seed uses, or in what a method computes and nothing more.</summary>
    private static IOperation? SourceIn(IOperation value, ChangingValues changing, int steps, CancellationToken cancellation) => value.DescendantsAndSelf().FirstOrDefault(changing.Contains)
        ?? (steps == 0 ? null : Stored(value, cancellation).Concat(value.DescendantsAndSelf().Select(part => Computed(part, cancellation)))
            .Select(before => before is null ? null : SourceIn(before, changing, steps - 1, cancellation))
            .FirstOrDefault(source => source is not null));

    private static IEnumerable<IOperation?> Stored(IOperation value, CancellationToken cancellation)
    {
        if (Calls.Bare(value) is ILocalReferenceOperation { Local: var local } && Locals.ReferencesTo(local, Calls.Root(value)).Count() == 1)
            yield return Locals.OnlyValueOf(local, Calls.Root(value));
        else if (Calls.Bare(value) is IFieldReferenceOperation { Field: { IsReadOnly: true, DeclaredAccessibility: Accessibility.Private } field } && IsNamedOnce(field, cancellation) && Origin.Of(value, cancellation) is var first && first != value)
            yield return first;
    }

    private static bool IsNamedOnce(IFieldSymbol field, CancellationToken cancellation) => field.ContainingType.DeclaringSyntaxReferences
        .SelectMany(part => part.GetSyntax(cancellation).DescendantNodes().OfType<IdentifierNameSyntax>())
        .Count(name => name.Identifier.ValueText == field.Name) == 1;

    /// <summary>What a method or property of the project returns that is one expression, so that nobody is shown the value.</summary>
    private static IOperation? Computed(IOperation part, CancellationToken cancellation)
    {
        ISymbol? member = part switch
        {
            IInvocationOperation { TargetMethod: { IsVirtual: false, IsOverride: false, IsAbstract: false } method } => method,
            IPropertyReferenceOperation { Property: { IsVirtual: false, IsOverride: false, IsAbstract: false } property } => property,
            _ => null,
        };
        ExpressionSyntax? body = member?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) switch
        {
            MethodDeclarationSyntax { ExpressionBody.Expression: var expression } => expression,
            LocalFunctionStatementSyntax { ExpressionBody.Expression: var expression } => expression,
            PropertyDeclarationSyntax { ExpressionBody.Expression: var expression } => expression,
            _ => null,
        };
        return body is null || body.SyntaxTree != part.Syntax.SyntaxTree ? null : part.SemanticModel?.GetOperation(body, cancellation);
    }
}
